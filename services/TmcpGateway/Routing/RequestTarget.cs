namespace Tmcp.Gateway.Routing;

/// <summary>The target of a request exactly as it came: <c>/pb/a%2Fb/../c?x=1</c>. The framework's own path is decoded and shortened.</summary>
internal readonly struct RequestTarget
{
    private readonly string _text;
    private readonly int _pathEnd;

    private RequestTarget(string text)
    {
        _text = text;
        var query = text.IndexOf('?', StringComparison.Ordinal);
        _pathEnd = query < 0 ? text.Length : query;
    }

    /// <summary>The path, still escaped.</summary>
    public ReadOnlySpan<char> Path => _text.AsSpan(0, _pathEnd);

    /// <summary>The query with its question mark; empty when there is none.</summary>
    public ReadOnlySpan<char> Query => _text.AsSpan(_pathEnd);

    /// <summary>
    /// Reads a target in origin form (<c>/path</c>) or absolute form (<c>http://host/path</c>); null for the others,
    /// which ask a proxy to open tunnels or concern no resource.
    /// </summary>
    public static RequestTarget? Parse(string rawTarget)
    {
        if (rawTarget.StartsWith('/'))
            return new RequestTarget(rawTarget);

        var authority = rawTarget.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
            return null;

        var end = rawTarget.AsSpan(authority + 3).IndexOfAny('/', '?');
        if (end < 0)
            return new RequestTarget("/");
        var rest = rawTarget[(authority + 3 + end)..];
        return new RequestTarget(rest[0] == '/' ? rest : "/" + rest);
    }

    /// <summary>
    /// Whether the path below <paramref name="prefix"/> climbs above it, however its dots and slashes are written.
    /// Receivers differ in what they decode and collapse, so the strictest reading counts.
    /// </summary>
    public bool Escapes(string prefix)
    {
        var below = Path[Math.Min(prefix == "/" ? 0 : prefix.Length, Path.Length)..];
        if (!below.ContainsAny('.', '%'))
            return false;

        var depth = 0;
        foreach (var segment in Uri.UnescapeDataString(below.ToString()).Split('/', '\\'))
        {
            // Some servers cut parameters off a segment before they look at it: '..;x' is '..' to them.
            switch (segment.Split(';')[0])
            {
                case "" or ".":
                    break;
                case "..":
                    if (--depth < 0)
                        return true;
                    break;
                default:
                    depth++;
                    break;
            }
        }

        return false;
    }

    /// <summary>Address of the target at a resource.</summary>
    /// <param name="baseAddress">Address of the resource without a slash at the end.</param>
    /// <param name="prefix">What to cut off the path; empty for nothing.</param>
    public Uri At(string baseAddress, string prefix)
    {
        var rest = _text.AsSpan(prefix.Length);
        var separator = rest.StartsWith('/') ? "" : "/";
        // The path goes on as it came; by default Uri would decode and shorten it.
        return new Uri(string.Concat(baseAddress, separator, rest), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
