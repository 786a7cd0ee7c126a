using System.CommandLine;
using Tmcp.Publisher.Lint;
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
        var noLint = new Option<bool>("--no-lint") { Description = "Write the tree although the lint refuses it." };
        command.Options.Add(noLint);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (text, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var places = input.Places(parsed);
            var loaded = await PublishInput.LoadAsync(places, error, cancellationToken: cancellationToken);
            var folder = parsed.GetValue(output)?.FullName ?? Path.Combine(places.Repository, "manifests");
            var tree = loaded.Render(folder);
            var comparison = TreeComparison.Of(folder, tree, loaded.Hashes);

            // What is there already was let through when it was written.
            var findings = comparison.IsCurrent || parsed.GetValue(noLint) ? [] : LintGate.Check(tree, folder, loaded);
            if (findings.Count > 0)
            {
                FindingWriter.Write(findings, FindingWriter.Text, folder, error);
                await error.WriteLineAsync("Nothing was written. Repair what the findings name, or write the tree all the same with --no-lint.");
                return ExitCode.Findings;
            }

            return await OutputFolder.WriteAsync(comparison, parsed.GetValue(force), text);
        });
    }
}
