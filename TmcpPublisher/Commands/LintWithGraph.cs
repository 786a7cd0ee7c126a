using System.CommandLine;
using Tmcp.Publisher.Lint;

namespace Tmcp.Publisher.Commands;

/// <summary><c>lint</c> with what graph and settings know: callers outside of the graph, literals that are no secrets, required digests.</summary>
internal static class LintWithGraph
{
    internal static Command Create(InputOptions input)
    {
        var treeOnly = new Option<bool>("--tree-only") { Description = "Look at the tree alone: read neither manifest nor settings." };
        var command = LintCommand.Create(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(treeOnly))
                return new LintOptions();

            var loaded = await PublishInput.LoadAsync(input.Places(parsed), parsed.InvocationConfiguration.Error, cancellationToken: cancellationToken);
            return LintGate.Options(loaded);
        });
        command.Options.Add(treeOnly);
        return command;
    }
}
