using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tmcp.Tests.Shared.Redis;

/// <summary>A Redis of a test's own on a free port: the real server or the emulator, with an append-only file.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _kind;
    private readonly string _folder = OwnedFolder.Create("tmcp-redis-");
    private Process? _process;

    private RedisProcess(string kind, int port) => (_kind, Port) = (kind, port);

    public int Port { get; }

    public string Connection => $"127.0.0.1:{Port}";

    /// <param name="kind">One of <see cref="RedisKind"/>.</param>
    public static async Task<RedisProcess> StartAsync(string kind)
    {
        var redis = new RedisProcess(kind, FreePort.Next());
        await redis.StartAgainAsync();
        return redis;
    }

    /// <summary>Starts it on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        var (program, arguments) = _kind == RedisKind.Server
            ? (RedisKind.ServerPath!, (string[])["--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""])
            : ("dotnet", [RedisKind.EmulatorPath, "redis", "--port", $"{Port}", "--data", _folder, "--appendfsync", "always"]);
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder,
        };
        start.Environment.Remove("REDIS_PASSWORD");
        _process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += Kill;
        var output = new ProcessOutput(_process);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var waited = Stopwatch.StartNew(); !await AnswersAsync(); await tick.WaitForNextTickAsync())
        {
            if (_process.HasExited || waited.Elapsed > Limit)
                throw new InvalidOperationException($"{_kind} on port {Port} did not start. Its last lines:\n{output.LastLines(20)}");
        }
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task CrashAsync()
    {
        Kill(null, EventArgs.Empty);
        await _process!.WaitForExitAsync();
        AppDomain.CurrentDomain.ProcessExit -= Kill;
    }

    /// <summary>Stops it where it is, as a machine that swaps does; <see cref="ThawAsync"/> lets it go on.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Sends commands, one a line, and returns all that was answered, as it stands in the protocol.</summary>
    public async Task<string> CallAsync(params string[] commands)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{string.Concat(commands.Select(command => command + "\r\n"))}QUIT\r\n"));
        return await new StreamReader(stream).ReadToEndAsync();
    }

    /// <summary>All keys, in order.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync() =>
        [.. (await CallAsync("KEYS *")).Split("\r\n").Where(line => line.Contains(':', StringComparison.Ordinal) && line[0] != ':').Order()];

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        _process!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"kill -{signal} {_process.Id} ended with exit code {kill.ExitCode}.");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await CallAsync("PING")).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
    }
}
