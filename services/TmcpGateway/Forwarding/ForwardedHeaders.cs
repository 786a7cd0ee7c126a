using System.Collections.Frozen;
using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tmcp.Gateway.Forwarding;

/// <summary>Which headers pass, in both directions.</summary>
internal static class ForwardedHeaders
{
    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";
    private const string Host = "X-Forwarded-Host";
    private const string Prefix = "X-Forwarded-Prefix";

    // RFC 9110, section 7.6.1: of this connection only. 'Upgrade' is set anew for WebSockets.
    private static readonly FrozenSet<string> HopByHop = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.ProxyConnection, HeaderNames.ProxyAuthenticate, HeaderNames.ProxyAuthorization,
        "Proxy-Authentication-Info", HeaderNames.TE, HeaderNames.Trailer, HeaderNames.TransferEncoding, HeaderNames.Upgrade, "HTTP2-Settings");

    // And those that the gateway itself writes, or its HTTP client.
    private static readonly FrozenSet<string> Replaced = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [.. HopByHop, HeaderNames.Host, HeaderNames.ContentLength, HeaderNames.Expect, For, Proto, Host, Prefix, "X-Forwarded-Port", "X-Forwarded-Server",
        "Forwarded", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL"]);

    // And those that are written from the gateway's span, which comes between the caller's and the resource's.
    private static readonly FrozenSet<string> ReplacedInTrace = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [.. Replaced, HeaderNames.TraceParent, HeaderNames.TraceState, HeaderNames.Baggage, HeaderNames.RequestId, HeaderNames.CorrelationContext]);

    /// <summary>Copies the caller's headers to the request for the resource and adds who he is.</summary>
    public static void CopyTo(HttpRequestMessage outgoing, HttpContext context, string strippedPrefix, bool trust)
    {
        var request = context.Request;
        var named = request.Headers.Connection;
        var span = Activity.Current;
        var replaced = span is null ? Replaced : ReplacedInTrace;
        foreach (var (name, values) in request.Headers)
        {
            if (replaced.Contains(name) || IsNamed(named, name))
                continue;

            if (!Add(outgoing.Headers, name, values) && outgoing.Content is { } content)
                Add(content.Headers, name, values);
        }

        outgoing.Headers.Host = request.Host.HasValue ? request.Host.Value : null;
        if (request.Headers.Expect.Count > 0)
            outgoing.Headers.ExpectContinue = true;
        if (span is not null)
            DistributedContextPropagator.Current.Inject(span, outgoing.Headers, AddTrace);
        AddOrigin(outgoing.Headers, context, strippedPrefix, trust);
    }

    /// <summary>Copies the resource's headers to the answer.</summary>
    public static void CopyTo(HttpResponse response, HttpResponseMessage incoming)
    {
        StringValues named = incoming.Headers.NonValidated.TryGetValues(HeaderNames.Connection, out var connection) ? connection.ToString() : default;
        Copy(incoming.Headers.NonValidated, response.Headers, named);
        Copy(incoming.Content.Headers.NonValidated, response.Headers, named);
    }

    private static void AddTrace(object? headers, string name, string value) => ((HttpRequestHeaders)headers!).TryAddWithoutValidation(name, value);

    private static void Copy(HttpHeadersNonValidated source, IHeaderDictionary target, StringValues named)
    {
        foreach (var (name, values) in source)
        {
            if (!HopByHop.Contains(name) && !IsNamed(named, name))
                target[name] = values.Count == 1 ? new StringValues(values.ToString()) : new StringValues([.. values]);
        }
    }

    private static void AddOrigin(HttpRequestHeaders headers, HttpContext context, string strippedPrefix, bool trust)
    {
        var incoming = context.Request.Headers;
        var client = context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "unknown";
        headers.TryAddWithoutValidation(For, trust && incoming.TryGetValue(For, out var before) ? $"{before}, {client}" : client);
        headers.TryAddWithoutValidation(Proto, trust && incoming.TryGetValue(Proto, out var proto) ? proto.ToString() : context.Request.Scheme);
        headers.TryAddWithoutValidation(Host, trust && incoming.TryGetValue(Host, out var host) ? host.ToString() : context.Request.Host.Value);
        var outer = trust ? incoming[Prefix].ToString() : "";
        if (outer.Length + strippedPrefix.Length > 0)
            headers.TryAddWithoutValidation(Prefix, outer + strippedPrefix);
    }

    private static bool Add(HttpHeaders headers, string name, StringValues values)
        => values.Count == 1 ? headers.TryAddWithoutValidation(name, values.ToString()) : headers.TryAddWithoutValidation(name, values.AsEnumerable());

    // 'Connection: close, X-Mine' makes X-Mine a header of this connection.
    private static bool IsNamed(StringValues connection, string name)
    {
        foreach (var value in connection)
        {
            foreach (var token in value.AsSpan().Split(','))
            {
                if (value.AsSpan()[token].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
