using Microsoft.Extensions.Primitives;

namespace Tmcp.Bridge.Identity;

/// <summary>Tokens as callers write them.</summary>
internal static class PresentedToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token of an <c>Authorization</c> header, with or without <c>Bearer</c> in front as PocketBase takes it; null without one.</summary>
    public static string? FromHeader(StringValues header) => Normalize(header.Count == 1 ? header[0] : header.ToString());

    /// <summary>The token without blanks and scheme; null when nothing is left.</summary>
    public static string? Normalize(string? written)
    {
        var text = (written ?? "").Trim();
        if (text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            text = text[Scheme.Length..].Trim();
        return text.Length == 0 || text.Equals(Scheme.Trim(), StringComparison.OrdinalIgnoreCase) ? null : text;
    }
}
