namespace Tmcp.Publisher.Manifest;

/// <summary>What runs, and what it is made of. Paths are absolute.</summary>
internal sealed record ManifestProgram
{
    /// <summary>A project file; null for a container.</summary>
    internal string? Project { get; init; }

    /// <summary>A finished image; null for what is built.</summary>
    internal ManifestText? Image { get; init; }

    internal ManifestBuild? Build { get; init; }

    internal ManifestText? Entrypoint { get; init; }

    internal IReadOnlyList<ManifestText> Arguments { get; init; } = [];

    internal IReadOnlyList<KeyValuePair<string, ManifestText>> Environment { get; init; } = [];

    internal IReadOnlyList<ManifestVolume> Volumes { get; init; } = [];

    internal IReadOnlyList<ManifestBindMount> BindMounts { get; init; } = [];

    /// <summary>What is copied out of other images while this one is built.</summary>
    internal IReadOnlyList<ManifestContainerFiles> ContainerFiles { get; init; } = [];
}

/// <param name="IsBuildOnly">Whether it only exists for others to copy from.</param>
internal sealed record ManifestBuild(
    string Context,
    string? Dockerfile,
    string? Stage,
    bool IsBuildOnly,
    IReadOnlyList<KeyValuePair<string, ManifestText>> Arguments,
    IReadOnlyList<ManifestBuildSecret> Secrets);

/// <param name="Value">Of type <c>env</c>.</param>
/// <param name="Source">Of type <c>file</c>.</param>
internal sealed record ManifestBuildSecret(string Name, ManifestText? Value, string? Source);

/// <param name="Name">Null: a volume that nobody can find again.</param>
internal sealed record ManifestVolume(string? Name, string Target, bool ReadOnly, string Path);

internal sealed record ManifestBindMount(string Source, string Target, bool ReadOnly, string Path);

/// <param name="Resource">The resource whose image has the files.</param>
internal sealed record ManifestContainerFiles(string Resource, string Destination, IReadOnlyList<string> Sources, string Path);
