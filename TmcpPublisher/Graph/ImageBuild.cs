namespace Tmcp.Publisher.Graph;

/// <summary>How an image is built. Paths are relative to the repository, with <c>/</c>.</summary>
/// <param name="Project">A project file to publish as a container, when there is no Dockerfile.</param>
/// <param name="Stage">Target stage; null: the last.</param>
/// <param name="Arguments">Build arguments, in order.</param>
internal sealed record ImageBuild(string? Context, string? Dockerfile, string? Project, string? Stage, IReadOnlyList<KeyValuePair<string, TextTemplate>> Arguments)
{
    /// <summary>Secrets that the build may read and that leave no trace in the image.</summary>
    internal IReadOnlyList<BuildSecret> Secrets { get; init; } = [];

    /// <summary>What is copied out of other images into this one.</summary>
    internal IReadOnlyList<CopiedFiles> CopiedFiles { get; init; } = [];
}
