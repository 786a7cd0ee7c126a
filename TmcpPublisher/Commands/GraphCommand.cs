using System.CommandLine;
using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Commands;

/// <summary><c>graph</c>: who calls whom.</summary>
internal static class GraphCommand
{
    internal static Command Create(InputOptions input)
    {
        var mermaid = new Option<bool>("--mermaid") { Description = "Write a Mermaid flow chart." };
        var command = new Command("graph", "Shows who calls whom, as the network policies allow it.") { mermaid };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = parsed.InvocationConfiguration;
            var loaded = await PublishInput.LoadAsync(input.Places(parsed), configuration.Error, cancellationToken: cancellationToken);
            await configuration.Output.WriteAsync(parsed.GetValue(mermaid) ? GraphText.Mermaid(loaded.Graph) : GraphText.Plain(loaded.Graph));
            return ExitCode.Done;
        });
        return command;
    }
}
