using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>Receives dcp's own log: one connection per dcp process, drained whether anybody reads it or not.</summary>
internal sealed class DcpLogSocket : IAsyncDisposable
{
    private const int KeptLines = 20;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<string> _errors = new();
    private readonly ILogger _logger;
    private readonly Task _accepting;

    public DcpLogSocket(string path, ILogger logger)
    {
        _logger = logger;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(128);
        _accepting = AcceptAsync();
    }

    /// <summary>Latest lines of level error.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
                return [.. _errors];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var drains = new List<Task>();
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync(_stop.Token);
                drains.RemoveAll(drain => drain.IsCompleted);
                drains.Add(DrainAsync(connection));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(drains);
        }
    }

    private async Task DrainAsync(Socket connection)
    {
        using var stream = new NetworkStream(connection, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
                Take(line);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The process ended, or we do.
        }
    }

    /// <summary>A line is <c>2026-11-21T02:29:10.252Z⇥error⇥dcp.ServiceController⇥port taken⇥{"port": 80}</c>; the last part may be missing.</summary>
    private void Take(string line)
    {
        var parts = line.Split('\t', 4);
        if (parts.Length < 4)
            return;
        var (level, category, message) = (parts[1], parts[2], parts[3].Replace('\t', ' '));
        if (level == "error")
        {
            lock (_errors)
            {
                _errors.Enqueue($"{category}: {message}");
                while (_errors.Count > KeptLines)
                    _errors.Dequeue();
            }
        }

        // dcp reports as errors what it retries and what the shutdown interrupts; what concerns a resource is said by us.
        _logger.Log(level == "error" ? LogLevel.Debug : LogLevel.Trace, "{Category}: {Message}", category, message);
    }
}
