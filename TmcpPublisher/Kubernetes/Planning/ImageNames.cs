using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>References of images: in the base by the tag of the version file, in an environment by its lock.</summary>
internal sealed class ImageNames(PublishSettings settings, ImageLocks locks, string version)
{
    /// <summary>The reference that the base carries.</summary>
    internal string InBase(ImageSource image) => image switch
    {
        ImageSource.Built built => InBase(built.Repository),
        ImageSource.External external => external.Reference,
        _ => throw new NotSupportedException($"Images of type {image.GetType().Name} are not known."),
    };

    /// <summary>The reference of an image of ours.</summary>
    internal string InBase(string repository) => $"{settings.Registry}/{repository}:{version}";

    /// <summary>What an environment runs instead; null: what the base says.</summary>
    internal ImageOverride? In(string environment, ImageSource image) => image switch
    {
        ImageSource.Built built => In(environment, built.Repository),
        ImageSource.External external when Split(external.Reference) is var (name, tag, _) && locks.Find(environment, name) is { } found
            => new ImageOverride(name, found.Tag.Length > 0 ? found.Tag : tag, found.Digest),
        _ => null,
    };

    /// <summary>What an environment runs of an image of ours.</summary>
    internal ImageOverride In(string environment, string repository)
        => locks.Find(environment, repository) is { } found
            ? new ImageOverride($"{settings.Registry}/{repository}", found.Tag, found.Digest)
            : new ImageOverride($"{settings.Registry}/{repository}", version, null);

    /// <summary>Whether the image cannot change under its name in an environment.</summary>
    internal bool IsPinned(string environment, ImageSource image)
        => In(environment, image)?.Digest is not null || (image is ImageSource.External external && Split(external.Reference).Digest is not null);

    // localhost:5000/a/b:1.2@sha256:… : the tag's colon comes after the last slash.
    private static (string Name, string Tag, string? Digest) Split(string reference)
    {
        var at = reference.IndexOf('@', StringComparison.Ordinal);
        var named = at < 0 ? reference : reference[..at];
        var colon = named.LastIndexOf(':');
        var hasTag = colon > named.LastIndexOf('/');
        return (hasTag ? named[..colon] : named, hasTag ? named[(colon + 1)..] : "latest", at < 0 ? null : reference[(at + 1)..]);
    }
}
