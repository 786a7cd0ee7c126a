using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Orchestration.Execution.Commands;

/// <summary>The commands of everything that can be started: start, stop, restart.</summary>
internal static class LifecycleCommands
{
    /// <summary>Adds the commands to a resource; one of the same name that the app host has added stays.</summary>
    public static void AddTo(IResource resource)
    {
        Add(resource, KnownResourceCommands.StartCommand, "Start", "Start the resource", LifecycleCommandStates.Start, StartAsync, "Play", isHighlighted: true);
        Add(resource, KnownResourceCommands.StopCommand, "Stop", "Stop the resource", LifecycleCommandStates.Stop, StopAsync, "Stop", isHighlighted: true);
        Add(resource, KnownResourceCommands.RestartCommand, "Restart", "Stop the resource and start it again", LifecycleCommandStates.Restart, RestartAsync, "ArrowCounterclockwise", isHighlighted: false);
        if (resource is ProjectResource)
            Add(resource, KnownResourceCommands.RebuildCommand, "Rebuild", "Build the project and restart it; the others go on running", LifecycleCommandStates.Rebuild, RebuildCommand.ExecuteAsync, "ArrowSync", isHighlighted: false);
    }

    private static void Add(
        IResource resource,
        string name,
        string displayName,
        string description,
        Func<string?, ResourceCommandState> state,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> execute,
        string icon,
        bool isHighlighted)
    {
        if (resource.Annotations.OfType<ResourceCommandAnnotation>().Any(command => command.Name == name))
            return;
        resource.Annotations.Add(new ResourceCommandAnnotation(
            name, displayName, context => state(context.ResourceSnapshot.State?.Text), execute, description, null, null, icon, IconVariant.Filled, isHighlighted));
    }

    private static async Task<ExecuteCommandResult> StartAsync(ExecuteCommandContext context)
    {
        var (resource, instance) = Find(context);
        if (resource.IsWaiting)
        {
            await resource.SkipWaitAsync();
            return CommandResults.Success();
        }

        return await StartAsync(context, resource, instance);
    }

    private static async Task<ExecuteCommandResult> StopAsync(ExecuteCommandContext context)
    {
        var (resource, instance) = Find(context);
        await resource.StopAsync([instance], context.CancellationToken);
        return CommandResults.Success();
    }

    private static async Task<ExecuteCommandResult> RestartAsync(ExecuteCommandContext context)
    {
        var (resource, instance) = Find(context);
        await resource.StopAsync([instance], context.CancellationToken);
        return await StartAsync(context, resource, instance);
    }

    /// <summary>Starts one instance. A start that has to wait for others is a success; it goes on without the command.</summary>
    internal static async Task<ExecuteCommandResult> StartAsync(ExecuteCommandContext context, ResourceRunner resource, InstanceRunner instance)
    {
        var stopping = context.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping;
        var notifications = context.Services.GetRequiredService<ResourceNotificationService>();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var starting = resource.StartAsync([instance], stopping);
        var waiting = notifications.WaitForResourceAsync(instance.Instance.Name, _ => resource.IsWaiting && IsWaiting(notifications, instance), done.Token);
        await Task.WhenAny(starting, waiting);
        await done.CancelAsync();
        if (!starting.IsCompleted)
            return CommandResults.Success($"'{resource.Resource.Name}' starts when what it waits for is there.");
        return await starting is { } failure ? CommandResults.Failure(failure) : CommandResults.Success();
    }

    internal static (ResourceRunner Resource, InstanceRunner Instance) Find(ExecuteCommandContext context) =>
        context.Services.GetRequiredService<ISwitchboard>().Get(context.ResourceName);

    private static bool IsWaiting(ResourceNotificationService notifications, InstanceRunner instance) =>
        notifications.TryGetCurrentState(instance.Instance.Name, out var current) && current.Snapshot.State?.Text == KnownResourceStates.Waiting;
}
