using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TmcpEmulators.Tests.Redis;

/// <summary>A plain RESP2 connection. Replies are shown in one line: <c>OK</c>, <c>"bulk"</c>, <c>(1)</c>, <c>nil</c>, <c>nil-array</c>, <c>["a", (1)]</c>, <c>!ERR …</c>.</summary>
internal sealed class RespClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TcpClient _tcp = new() { NoDelay = true };
    private Stream _stream = Stream.Null;

    public static async Task<RespClient> ConnectAsync(int port)
    {
        var client = new RespClient();
        await client._tcp.ConnectAsync("127.0.0.1", port);
        client._stream = new BufferedStream(client._tcp.GetStream(), 64 * 1024);
        client._tcp.ReceiveTimeout = client._tcp.SendTimeout = (int)Patience.TotalMilliseconds;
        return client;
    }

    public async Task<string> RunAsync(params string[] command)
    {
        await SendAsync(command);
        return await ReadAsync();
    }

    public async Task SendAsync(params string[] command)
    {
        var request = new StringBuilder($"*{command.Length}\r\n");
        foreach (var argument in command)
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(argument)}\r\n{argument}\r\n");
        await SendRawAsync(Encoding.UTF8.GetBytes(request.ToString()));
    }

    public async Task SendRawAsync(byte[] bytes)
    {
        await _tcp.GetStream().WriteAsync(bytes);
    }

    /// <summary>The next reply; <c>closed</c> when the server hung up.</summary>
    public async Task<string> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            return await ReadReplyAsync(timeout.Token);
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException)
        {
            return "closed";
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _tcp.Dispose();
    }

    private async Task<string> ReadReplyAsync(CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(cancellationToken);
        switch (line[0])
        {
            case '+':
                return line[1..];
            case '-':
                return "!" + line[1..];
            case ':':
                return $"({line[1..]})";
            case '$' when line == "$-1":
                return "nil";
            case '$':
                var bytes = new byte[int.Parse(line[1..], CultureInfo.InvariantCulture) + 2];
                await _stream.ReadExactlyAsync(bytes, cancellationToken);
                return $"\"{Encoding.UTF8.GetString(bytes, 0, bytes.Length - 2).Replace("\r\n", "\\r\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
            case '*' when line == "*-1":
                return "nil-array";
            default:
                var items = new string[int.Parse(line[1..], CultureInfo.InvariantCulture)];
                for (var i = 0; i < items.Length; i++)
                    items[i] = await ReadReplyAsync(cancellationToken);
                return $"[{string.Join(", ", items)}]";
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            await _stream.ReadExactlyAsync(one, cancellationToken);
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
    }
}
