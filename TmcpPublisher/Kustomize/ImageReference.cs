namespace Tmcp.Publisher.Kustomize;

/// <summary>An image, such as <c>registry:5000/owner/name:v1@sha256:…</c>.</summary>
/// <param name="Name">Registry and repository.</param>
internal sealed record ImageReference(string Name, string? Tag, string? Digest)
{
    internal static ImageReference Parse(string text)
    {
        var at = text.IndexOf('@');
        var digest = at < 0 ? null : text[(at + 1)..];
        var rest = at < 0 ? text : text[..at];

        // The colon of a port is before the last slash, that of a tag behind it.
        var colon = rest.LastIndexOf(':');
        return colon > rest.LastIndexOf('/') ? new(rest[..colon], rest[(colon + 1)..], digest) : new(rest, null, digest);
    }

    public override string ToString() => Name + (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");
}
