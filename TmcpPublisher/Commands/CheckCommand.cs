using System.CommandLine;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Commands;

/// <summary><c>check</c>: whether <c>manifests/</c> is what the graph says. Changes nothing.</summary>
internal static class CheckCommand
{
    internal static Command Create(InputOptions input)
    {
        var folderOption = new Option<DirectoryInfo?>("--output") { Description = "The folder that is compared. Default: manifests of the repository." };
        var command = new Command("check", "Compares manifests/ with what would be generated. Ends with 1 and a diff when they differ.") { folderOption };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var places = input.Places(parsed);
            var loaded = await PublishInput.LoadAsync(places, error, cancellationToken: cancellationToken);
            var folder = parsed.GetValue(folderOption)?.FullName ?? Path.Combine(places.Repository, "manifests");
            return await ReportAsync(TreeComparison.Of(folder, loaded.Render(folder), loaded.Hashes), output);
        });
        return command;
    }

    private static async Task<int> ReportAsync(TreeComparison comparison, TextWriter output)
    {
        foreach (var change in comparison.Changes)
            await output.WriteAsync(UnifiedDiff.Of(change.Path, change.Present, change.Wanted));
        if (!comparison.IsRecordCurrent && comparison.Changes.Count == 0)
            await output.WriteLineAsync($"{GeneratedRecord.FileName}: describes other input than there is now.");
        if (comparison.IsCurrent)
        {
            await output.WriteLineAsync($"{comparison.Folder}: {comparison.Next.Files.Count} files, all as the graph says.");
            return ExitCode.Done;
        }

        foreach (var edit in comparison.HandEdits)
            await output.WriteLineAsync($"{edit.Path}: was changed by hand.");
        await output.WriteLineAsync($"{comparison.Folder}: {comparison.Changes.Count} files differ from the graph (- is there, + belongs there). Run 'dotnet run --project TmcpPublisher' and commit the result.");
        return ExitCode.Findings;
    }
}
