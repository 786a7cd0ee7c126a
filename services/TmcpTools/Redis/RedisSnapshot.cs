using System.Net.Sockets;
using System.Text;

namespace Tmcp.Tools.Redis;

/// <summary>
/// Takes a snapshot as a replica does, <see href="https://redis.io/docs/latest/operate/oss_and_stack/management/replication/"/>: 1. sign in, 2. say that
/// only the snapshot is wanted, and that its length may be unknown, 3. ask for it, 4. read it. The server writes no file for this.
/// </summary>
internal static class RedisSnapshot
{
    // A snapshot of a few gigabytes is sent within minutes; a server that says nothing this long is stuck.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <exception cref="ToolException">Redis does not answer, refuses, or stops in between.</exception>
    internal static async Task SaveAsync(RedisAddress server, string file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Silence);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, limit.Token);
            await using var stream = client.GetStream();
            var reader = new RedisReader(stream, () => limit.CancelAfter(Silence));
            if (server.Password is { } password)
                await CallAsync(stream, reader, server.User is { } user ? ["AUTH", user, password] : ["AUTH", password], limit.Token);
            // Servers before 7.0 do not know the first; they send a little more, which nobody reads.
            await CallAsync(stream, reader, ["REPLCONF", "rdb-only", "1"], limit.Token, mayFail: true);
            await CallAsync(stream, reader, ["REPLCONF", "capa", "eof"], limit.Token);
            await CallAsync(stream, reader, ["PSYNC", "?", "-1"], limit.Token);
            await using var target = File.Create(file);
            await CopyAsync(reader, target, limit.Token);
        }
        catch (Exception reason) when (reason is SocketException or EndOfStreamException || (reason is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var how = reason is OperationCanceledException ? $"said nothing for {Silence.TotalMinutes} min" : $"ended the conversation: {reason.Message}";
            throw new ToolException($"No snapshot could be taken: Redis at {server} {how}. Check the address and the server's log; older backups were kept.", reason);
        }
    }

    private static async Task CallAsync(NetworkStream stream, RedisReader reader, string[] command, CancellationToken cancellationToken, bool mayFail = false)
    {
        var text = new StringBuilder($"*{command.Length}\r\n");
        foreach (var part in command)
            text.Append($"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);

        // While the server prepares, it sends empty lines.
        string answer;
        do
            answer = await reader.ReadLineAsync(cancellationToken);
        while (answer.Length == 0);
        if (answer[0] == '-' && !mayFail)
        {
            throw new ToolException(
                $"Redis refused {command[0]}: {answer[1..]}. Check REDIS_PASSWORD and REDIS_USERNAME; the account needs the commands AUTH, REPLCONF and PSYNC.");
        }
    }

    // $<length> and as many bytes, or $EOF:<40 characters> and bytes until those characters.
    private static async Task CopyAsync(RedisReader reader, Stream target, CancellationToken cancellationToken)
    {
        string size;
        do
            size = await reader.ReadLineAsync(cancellationToken);
        while (size.Length == 0);
        if (size.StartsWith("$EOF:", StringComparison.Ordinal))
            await reader.CopyUntilAsync(Encoding.ASCII.GetBytes(size[5..]), target, cancellationToken);
        else if (size[0] == '$' && long.TryParse(size[1..], out var length))
            await reader.CopyAsync(length, target, cancellationToken);
        else
            throw new ToolException($"Redis sent '{size}' instead of a snapshot. See its log; older backups were kept.");
    }
}
