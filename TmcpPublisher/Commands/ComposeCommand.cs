using System.CommandLine;
using Tmcp.Publisher.Compose;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Commands;

/// <summary><c>compose</c>: the same graph for one small server.</summary>
internal static class ComposeCommand
{
    internal static Command Create(InputOptions input)
    {
        var output = OutputFolder.Option("deploy/compose");
        var force = OutputFolder.ForceOption();
        var command = new Command("compose", "Writes a docker-compose file of the graph, for one small server.") { output, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var places = input.Places(parsed);
            var loaded = await PublishInput.LoadAsync(places, parsed.InvocationConfiguration.Error, AddressRule.Container, cancellationToken);
            var folder = parsed.GetValue(output)?.FullName ?? Path.Combine(places.Repository, "deploy", "compose");
            var tree = new ComposeFile(loaded.Graph, loaded.Settings.Registry, loaded.Version, places.Repository).Render();
            return await OutputFolder.WriteAsync(TreeComparison.Of(folder, tree, loaded.Hashes), parsed.GetValue(force), parsed.InvocationConfiguration.Output);
        });
        return command;
    }
}
