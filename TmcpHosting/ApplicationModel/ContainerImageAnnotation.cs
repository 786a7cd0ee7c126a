using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The image of a container.</summary>
[DebuggerDisplay("{Image}:{Tag}")]
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    private string? _tag;
    private string? _sha256;

    /// <summary>The registry's host; null for the runtime's default.</summary>
    public string? Registry { get; set; }

    /// <summary>The repository in the registry.</summary>
    public required string Image { get; set; }

    /// <summary>The tag. Setting it clears <see cref="SHA256"/>.</summary>
    public string? Tag
    {
        get => _tag;
        set => (_tag, _sha256) = (value, value is null ? _sha256 : null);
    }

    /// <summary>The digest in hexadecimal. Setting it clears <see cref="Tag"/>.</summary>
    public string? SHA256
    {
        get => _sha256;
        set => (_sha256, _tag) = (value, value is null ? _tag : null);
    }

    /// <summary>The image as a runtime takes it.</summary>
    internal string FullName => string.Concat(
        Registry is null ? "" : $"{Registry}/",
        Image,
        SHA256 is not null ? $"@sha256:{SHA256}" : Tag is not null ? $":{Tag}" : "");
}
