using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Whether something listens at an address. An HTTP client says no with a chain of exceptions; at a probe every 50 ms for each
/// resource they took 0.2 s of processor time from a start of four services.
/// </summary>
internal static class ListeningPort
{
    /// <summary>Opens a connection and closes it again.</summary>
    /// <param name="address">Host and port, such as <c>localhost:41234</c>.</param>
    /// <param name="cancellationToken">Gives up; that counts as no.</param>
    public static async Task<bool> IsOpenAsync(string address, CancellationToken cancellationToken)
    {
        var (host, port) = Split(address);
        // Resolving a name reads three files each time, and localhost is these two.
        if (host == "localhost")
            return await AnswersAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken).ConfigureAwait(false)
                || (Socket.OSSupportsIPv6 && await AnswersAsync(new IPEndPoint(IPAddress.IPv6Loopback, port), cancellationToken).ConfigureAwait(false));
        return await AnswersAsync(IPAddress.TryParse(host, out var number) ? new IPEndPoint(number, port) : new DnsEndPoint(host, port), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> AnswersAsync(EndPoint endpoint, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = endpoint };
        attempt.Completed += (_, result) => ended.TrySetResult(result.SocketError);
        if (!Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, attempt))
            ended.TrySetResult(attempt.SocketError);

        using var giveUp = cancellationToken.UnsafeRegister(static state => Socket.CancelConnectAsync((SocketAsyncEventArgs)state!), attempt);
        var error = await ended.Task.ConfigureAwait(false);
        attempt.ConnectSocket?.Dispose();
        return error == SocketError.Success;
    }

    private static (string Host, int Port) Split(string address)
    {
        var colon = address.LastIndexOf(':');
        return (address[..colon].Trim('[', ']'), int.Parse(address.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
    }
}
