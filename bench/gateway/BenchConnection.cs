using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tmcp.GatewayBench;

/// <summary>One kept connection that asks the same question again and again, as cheaply as possible.</summary>
internal sealed class BenchConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private BenchConnection(Uri address)
        => _request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: */*\r\n\r\n");

    public static async Task<BenchConnection> OpenAsync(Uri address)
    {
        var connection = new BenchConnection(address);
        await connection._socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Asks and reads the whole answer.</summary>
    public async Task AskAsync()
    {
        await _socket.SendAsync(_request);
        var (length, left) = await ReadHeadAsync();
        for (var received = left; received < length;)
            received += await ReceiveAsync(_buffer);
    }

    /// <summary>Asks and reads up to the first event of a stream.</summary>
    public async Task AskForEventAsync()
    {
        await _socket.SendAsync(_request);
        for (var received = 0; ;)
        {
            received += await ReceiveAsync(_buffer.AsMemory(received));
            if (_buffer.AsSpan(0, received).IndexOf("data:"u8) >= 0)
                return;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(int Length, int Left)> ReadHeadAsync()
    {
        for (var received = 0; ;)
        {
            received += await ReceiveAsync(_buffer.AsMemory(received));
            var end = _buffer.AsSpan(0, received).IndexOf(EndOfHead);
            if (end >= 0)
                return (LengthOf(Encoding.ASCII.GetString(_buffer, 0, end)), received - end - EndOfHead.Length);
        }
    }

    private static int LengthOf(string head)
    {
        const string name = "\r\nContent-Length: ";
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidOperationException($"The answer was not 200:\n{head}");
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase) + name.Length;
        var end = head.IndexOf('\r', start);
        return int.Parse(end < 0 ? head.AsSpan(start) : head.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private async Task<int> ReceiveAsync(Memory<byte> buffer)
        => await _socket.ReceiveAsync(buffer) is var count && count > 0 ? count : throw new IOException("The server hung up.");
}
