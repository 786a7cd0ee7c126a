using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Tmcp.Gateway.Configuration;

namespace Tmcp.Gateway.Forwarding;

/// <summary>
/// The connections to the resources: plain HTTP/1.1, nothing followed, decoded or remembered, and nothing sent twice but what has no body and
/// met a kept connection as it was closed.
/// </summary>
internal sealed class UpstreamClient : IDisposable
{
    // Node.js closes idle connections after 5 s. A request with a body on a connection that closes under it fails.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(4);

    private readonly HttpMessageInvoker _invoker;

    public UpstreamClient(IOptions<GatewayOptions> options) => _invoker = new HttpMessageInvoker(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        // The span of the request serves as the resource's parent; ForwardedHeaders writes it.
        ActivityHeadersPropagator = null,
        ConnectTimeout = options.Value.ConnectTimeout,
        PooledConnectionIdleTimeout = IdleTimeout,
        // An answer nobody reads to its end closes its connection: draining would hold it.
        MaxResponseDrainSize = 0,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    });

    /// <summary>Sends a request and returns when the headers of the answer are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();
}
