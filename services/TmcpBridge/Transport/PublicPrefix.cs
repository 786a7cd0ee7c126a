using System.Text.RegularExpressions;

namespace Tmcp.Bridge.Transport;

/// <summary>The path below which clients see the bridge, when a proxy strips one.</summary>
internal static partial class PublicPrefix
{
    /// <summary>Empty, or for example <c>/bridge</c>: what a proxy stripped, then what this host itself took off.</summary>
    public static string Of(HttpRequest request)
    {
        var stripped = request.Headers["X-Forwarded-Prefix"].ToString().TrimEnd('/');
        return (Path().IsMatch(stripped) ? stripped : "") + request.PathBase.ToUriComponent();
    }

    // /tools/bridge; nothing that a client could read as another host (//evil) or as a line of the stream.
    [GeneratedRegex("^(/[A-Za-z0-9._~-]{1,64}){1,8}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Path();
}
