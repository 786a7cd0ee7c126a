using System.CommandLine;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Commands;

/// <summary>What commands that write a tree have in common.</summary>
internal static class OutputFolder
{
    internal static Option<DirectoryInfo?> Option(string name) => new("--output") { Description = $"The folder that is written. Default: {name} of the repository." };

    internal static Option<bool> ForceOption() => new("--force") { Description = "Overwrite generated files that were changed by hand." };

    internal static async Task<int> WriteAsync(TreeComparison comparison, bool force, TextWriter output)
    {
        var changed = TreeWriter.Write(comparison, force);
        foreach (var change in comparison.Changes)
            await output.WriteLineAsync($"{(change.Wanted is null ? "removed" : change.Present is null ? "added  " : "changed")} {change.Path}");
        await output.WriteLineAsync($"{comparison.Folder}: {comparison.Next.Files.Count} files, {changed} of them changed.");
        return ExitCode.Done;
    }
}
