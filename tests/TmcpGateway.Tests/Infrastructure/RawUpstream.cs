using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tmcp.Gateway.Tests.Infrastructure;

/// <summary>A resource that does to its connections exactly what the test says.</summary>
internal sealed class RawUpstream : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public RawUpstream(Func<NetworkStream, CancellationToken, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>A resource that reads the head of a request, answers with these bytes and closes.</summary>
    public static RawUpstream Answering(string answer, bool reset = false) => new(async (stream, cancellationToken) =>
    {
        await ReadHeadAsync(stream, cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellationToken);
        if (reset)
            stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
    });

    /// <summary>Reads up to and with the empty line.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancellationToken) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_end.Token);
                await using var stream = new NetworkStream(socket);
                await serve(stream, _end.Token);
            }
        }
        catch (Exception ended) when (_end.IsCancellationRequested || ended is IOException or SocketException)
        {
            // The test is over, and the listener with it, or the gateway has closed the connection.
        }
    }
}
