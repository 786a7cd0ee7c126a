namespace Aspire.Hosting;

/// <summary>An image as it is written on a command line.</summary>
/// <param name="Repository">With the registry, if one is given.</param>
/// <param name="Tag">The tag, if one is given.</param>
/// <param name="Digest">The SHA-256 digest in hexadecimal, if one is given.</param>
internal sealed record ImageName(string Repository, string? Tag, string? Digest)
{
    private const string DigestMark = "@sha256:";

    /// <summary>
    /// Reads <c>repository[:tag][@sha256:digest]</c>. Odd case: in <c>host:5000/image</c> the colon belongs to the registry.
    /// </summary>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static ImageName Parse(string image)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        var rest = image;
        string? digest = null;
        if (rest.IndexOf(DigestMark, StringComparison.Ordinal) is >= 0 and var mark)
            (rest, digest) = (rest[..mark], rest[(mark + DigestMark.Length)..]);

        string? tag = null;
        if (rest.LastIndexOf(':') is >= 0 and var colon && colon > rest.LastIndexOf('/'))
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);

        return rest.Length == 0 || tag is { Length: 0 } || digest is { Length: 0 }
            ? throw new ArgumentException($"The image '{image}' is not of the form 'repository[:tag][@sha256:digest]'.", nameof(image))
            : new ImageName(rest, tag, digest);
    }
}
