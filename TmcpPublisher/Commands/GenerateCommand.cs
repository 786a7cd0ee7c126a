using System.CommandLine;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Commands;

/// <summary><c>generate</c>: brings <c>manifests/</c> to what the graph says.</summary>
internal static class GenerateCommand
{
    internal static Command Create(InputOptions input)
    {
        var command = new Command("generate", "Writes manifests/ from the manifest, the settings and the image locks. Writes nothing when nothing changed.");
        Configure(command, input);
        return command;
    }

    /// <summary>Makes a command generate: this one, or the root.</summary>
    internal static void Configure(Command command, InputOptions input)
    {
        var output = OutputFolder.Option("manifests");
        var force = OutputFolder.ForceOption();
        command.Options.Add(output);
        command.Options.Add(force);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (text, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var places = input.Places(parsed);
            var loaded = await PublishInput.LoadAsync(places, error, cancellationToken: cancellationToken);
            var folder = parsed.GetValue(output)?.FullName ?? Path.Combine(places.Repository, "manifests");
            return await OutputFolder.WriteAsync(TreeComparison.Of(folder, loaded.Render(folder), loaded.Hashes), parsed.GetValue(force), text);
        });
    }
}
