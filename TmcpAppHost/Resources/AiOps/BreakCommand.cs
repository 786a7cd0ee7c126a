using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.AppHost.AiOps;

/// <summary>Kills a resource's process.</summary>
internal static class BreakCommand
{
    private const string ProcessId = "executable.pid";

    internal static ExecuteCommandResult Execute(IResource resource, ExecuteCommandContext context)
    {
        var notifications = context.Services.GetRequiredService<ResourceNotificationService>();
        if (!notifications.TryGetCurrentState(context.ResourceName, out var state)
            || state.Snapshot.Properties.FirstOrDefault(property => property.Name == ProcessId)?.Value is not { } value)
        {
            return CommandResults.Failure($"'{resource.Name}' has no process of this machine that could be killed. Stop its container instead.");
        }

        try
        {
            using var process = Process.GetProcessById(Convert.ToInt32(value, CultureInfo.InvariantCulture));
            process.Kill();
            return CommandResults.Success($"{resource.Name} is dead. Its message appears in the inbox (resource 'discord').");
        }
        catch (ArgumentException)
        {
            return CommandResults.Failure($"The process of '{resource.Name}' has ended already. Use its 'start' command.");
        }
    }
}
