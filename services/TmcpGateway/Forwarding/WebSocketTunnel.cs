using Microsoft.AspNetCore.Http.Features;

namespace Tmcp.Gateway.Forwarding;

/// <summary>
/// WebSockets: after status 101 the connection is two streams of bytes. <see cref="SocketsHttpHandler"/> gives its side as a
/// stream that reads and writes, the server its own through <see cref="IHttpUpgradeFeature"/>.
/// </summary>
internal static class WebSocketTunnel
{
    private const string Protocol = "websocket";
    private const int BufferSize = 16 * 1024;

    /// <summary>Whether the caller asks for a WebSocket. Other protocols are not tunnelled: they would carry requests past the routes.</summary>
    public static bool IsAskedFor(HttpContext context)
        => context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            && string.Equals(context.Request.Headers.Upgrade, Protocol, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks the resource for the same.</summary>
    public static void AskFor(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", Protocol);
    }

    /// <summary>Joins both sides until one of them ends.</summary>
    public static async Task RunAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = Protocol;
        await using var client = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        await using var resource = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var both = new[] { PumpAsync(client, resource, end.Token), PumpAsync(resource, client, end.Token) };
        await Task.WhenAny(both);
        await end.CancelAsync();
        await Task.WhenAll(both);
    }

    private static async Task PumpAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, BufferSize, cancellationToken);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone; the other one is closed by the caller of this method.
        }
    }
}
