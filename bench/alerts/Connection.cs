using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tmcp.AlertsBench;

/// <summary>One kept HTTP connection, with as little of the client's own work as possible.</summary>
internal sealed class Connection : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _answer = new byte[64 * 1024];
    private NetworkStream _stream = null!;

    public static async Task<Connection> OpenAsync(int port)
    {
        var connection = new Connection();
        await connection._client.ConnectAsync(IPAddress.Loopback, port);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>Posts a body and returns the status.</summary>
    public async Task<int> PostAsync(string path, byte[] body)
    {
        var head = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await _stream.WriteAsync((byte[])[.. head, .. body]);
        var length = 0;
        while (!IsWhole(_answer.AsSpan(0, length)))
        {
            var read = await _stream.ReadAsync(_answer.AsMemory(length));
            if (read == 0)
                throw new IOException("The service closed the connection.");
            length += read;
        }

        // HTTP/1.1 202 Accepted
        return int.Parse(Encoding.ASCII.GetString(_answer, 9, 3));
    }

    public void Dispose() => _client.Dispose();

    // Answers here are chunked, or have a length.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0)
            return answer.EndsWith("0\r\n\r\n"u8);
        var value = answer[(at + 16)..head];
        var end = value.IndexOf((byte)'\r');
        return answer.Length - head - 4 >= int.Parse(end < 0 ? value : value[..end]);
    }
}
