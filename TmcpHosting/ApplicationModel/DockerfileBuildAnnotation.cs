namespace Aspire.Hosting.ApplicationModel;

/// <summary>The container's image is built from a Dockerfile.</summary>
/// <param name="contextPath">The directory sent to the build.</param>
/// <param name="dockerfilePath">The Dockerfile.</param>
/// <param name="stage">The stage to build; null for the last one.</param>
public class DockerfileBuildAnnotation(string contextPath, string dockerfilePath, string? stage) : IResourceAnnotation
{
    /// <summary>The directory sent to the build.</summary>
    public string ContextPath { get; } = contextPath;

    /// <summary>The Dockerfile.</summary>
    public string DockerfilePath { get; } = dockerfilePath;

    /// <summary>The stage to build; null for the last one.</summary>
    public string? Stage { get; } = stage;

    /// <summary>Arguments of the build by name: strings, or values that are resolved later.</summary>
    public Dictionary<string, object?> BuildArguments { get; } = [];

    /// <summary>Secrets of the build by name: values that do not end up in the image.</summary>
    public Dictionary<string, object> BuildSecrets { get; } = [];

    /// <summary>The repository of the built image; null for a generated one.</summary>
    public string? ImageName { get; set; }

    /// <summary>The tag of the built image; null for a generated one.</summary>
    public string? ImageTag { get; set; }

    /// <summary>Whether the image starts something; false for an image that others copy from. Default: true.</summary>
    public bool HasEntrypoint { get; set; } = true;
}
