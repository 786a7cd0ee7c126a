namespace Tmcp.Publisher.Graph;

/// <summary>Where the image comes from.</summary>
internal abstract record ImageSource
{
    private ImageSource()
    {
    }

    /// <summary>Built from this repository: <c>&lt;registry&gt;/&lt;repository&gt;</c>, tag and digest from the lock of the environment or the version file.</summary>
    /// <param name="Repository">Without the registry.</param>
    /// <param name="Build">What builds it.</param>
    internal sealed record Built(string Repository, ImageBuild Build) : ImageSource;

    /// <summary>Somebody else's image, by its full reference.</summary>
    internal sealed record External(string Reference) : ImageSource;
}
