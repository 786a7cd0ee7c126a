using System.IO.Enumeration;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Redis;

/// <summary>
/// Runs a file of commands and expected replies against a server:
/// <c>&gt; GET a</c> sends and the next line is the reply; <c>b&gt; …</c> does so on a second connection; <c>b&gt;&gt; …</c> only sends and
/// <c>b&lt;&lt; reply</c> reads later; <c>blocked 1</c> waits until so many clients are blocked. In a reply <c>*</c> after <c>~ </c> is any text.
/// </summary>
internal sealed class RedisScript(int port, string? password = null) : IAsyncDisposable
{
    private readonly Dictionary<string, RespClient> _connections = [];

    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "TmcpEmulators.Tests", "Redis", "Scripts");

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public async Task RunAsync(string name)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, name + ".txt"));
        await (await ConnectionAsync("")).RunAsync("FLUSHALL");
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("blocked ", StringComparison.Ordinal))
                await WaitForBlockedAsync(line["blocked ".Length..]);
            else if (Split(line, ">> ") is (var sender, var sent))
                await (await ConnectionAsync(sender)).SendAsync(Words(sent));
            else if (Split(line, "<< ") is (var reader, var expected))
                Check(name, i, expected, await (await ConnectionAsync(reader)).ReadAsync());
            else if (Split(line, "> ") is (var connection, var command))
                Check(name, i, lines[++i].Trim(), await (await ConnectionAsync(connection)).RunAsync(Words(command)));
            else
                throw new InvalidDataException($"{name}.txt, line {i + 1}: '{line}' is no command.");
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
            connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static (string Connection, string Text)? Split(string line, string sign)
    {
        var at = line.IndexOf(sign, StringComparison.Ordinal);
        return at is 0 or 1 ? (line[..at], line[(at + sign.Length)..]) : null;
    }

    private static void Check(string name, int line, string expected, string actual)
    {
        var fits = expected.StartsWith("~ ", StringComparison.Ordinal)
            ? FileSystemName.MatchesSimpleExpression(expected[2..].Replace("\\", "\\\\", StringComparison.Ordinal), actual, ignoreCase: false)
            : expected == actual;
        Assert.True(fits, $"{name}.txt, line {line + 1}:\nexpected {expected}\nbut was  {actual}");
    }

    // Words are separated by blanks; "two words" is one, "" an empty one.
    private static string[] Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '"' ? text.IndexOf('"', at + 1) : text.IndexOf(' ', at);
            end = end < 0 ? text.Length : end;
            if (text[at] == '"')
                words.Add(text[(at + 1)..end]);
            else if (end > at)
                words.Add(text[at..end]);
            at = text[at] == '"' ? end + 1 : end;
        }

        return [.. words];
    }

    private async Task<RespClient> ConnectionAsync(string name)
    {
        if (_connections.TryGetValue(name, out var known))
            return known;
        var connection = _connections[name] = await RespClient.ConnectAsync(port);
        if (password is not null)
            await connection.RunAsync("AUTH", password);
        return connection;
    }

    private async Task WaitForBlockedAsync(string count)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var watcher = await ConnectionAsync("watcher");
        while (!(await watcher.RunAsync("INFO", "clients")).Contains($"blocked_clients:{count}\\r\\n", StringComparison.Ordinal))
            timeout.Token.ThrowIfCancellationRequested();
    }
}
