namespace Tmcp.Publisher.Settings;

/// <summary>Which image each environment runs, from <c>deploy/images.&lt;environment&gt;.json</c>.</summary>
/// <param name="Environments">By environment, then by image name: the repository without the registry for an image of ours, the reference without the tag for another.</param>
internal sealed record ImageLocks(IReadOnlyDictionary<string, IReadOnlyDictionary<string, ImageLock>> Environments)
{
    /// <summary>No lock at all: every image carries the tag of the version file.</summary>
    internal static ImageLocks None { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, ImageLock>>());

    /// <summary>The lock of an image; null: the environment has none.</summary>
    internal ImageLock? Find(string environment, string image)
        => Environments.TryGetValue(environment, out var images) && images.TryGetValue(image, out var found) ? found : null;
}

/// <param name="Tag">What a person calls it.</param>
/// <param name="Digest">What it is: <c>sha256:</c> and 64 digits. Null: not pushed yet.</param>
internal sealed record ImageLock(string Tag, string? Digest);
