using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;

namespace Tmcp.Workflows.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Text">What stands in it.</param>
internal sealed partial record Runbook(string Path, string Text)
{
    /// <summary>Pages with commands for a person.</summary>
    public static IReadOnlyList<Runbook> All { get; } =
    [
        Read("README.md"), Read("services/TmcpTools/README.md"),
        .. Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryFolder.Path, "docs", "runbooks"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => Read($"docs/runbooks/{System.IO.Path.GetFileName(file)}")),
    ];

    /// <summary>Targets of its links inside the repository, relative to the page.</summary>
    public IEnumerable<string> Links => Link().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>Its fenced blocks of a language.</summary>
    public IEnumerable<string> Blocks(string language) => Fence().Matches(Text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    private static Runbook Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(RepositoryFolder.Path, path)));

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```(\w+)\n(.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
