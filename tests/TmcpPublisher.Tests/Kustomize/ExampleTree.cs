using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Kustomize;

/// <summary>The worked example of the published tree. It lies beside the checkout and not in it; <c>TMCP_DESIGN</c> names another folder.</summary>
internal static class ExampleTree
{
    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("TMCP_DESIGN") ?? Path.Combine(RepositoryFolder.Path, "..", "shared", "design"), "publishing-examples", "manifests"));

    internal static string? Missing => Directory.Exists(Folder) ? null : $"There is no '{Folder}'.";
}

internal sealed class ExampleTreeFactAttribute : FactAttribute
{
    public ExampleTreeFactAttribute() => Skip = ExampleTree.Missing;
}
