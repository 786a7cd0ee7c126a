using Tmcp.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Workflows.Tests;

/// <summary>A workflow file of GitHub.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Root">The same, parsed.</param>
public sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    /// <summary>All of the repository.</summary>
    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, ".github", "workflows")).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Jobs by name.</summary>
    public IEnumerable<(string Name, YamlMappingNode Job)> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Select(job => (((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value));

    /// <summary>Steps of all jobs.</summary>
    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => ((YamlSequenceNode)job.Job["steps"]).Cast<YamlMappingNode>());

    /// <summary>A member as text; null when it is absent.</summary>
    public static string? TextOf(YamlMappingNode node, string member) => node.Children.TryGetValue(member, out var value) ? (value as YamlScalarNode)?.Value : null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Workflow Read(string path)
    {
        var text = File.ReadAllText(path);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new Workflow(Path.GetFileName(path), text, (YamlMappingNode)stream.Documents.Single().RootNode);
    }
}
