using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Tmcp.Tests.Shared;

namespace Tmcp.Tools.Tests.Redis;

/// <summary>Redis in a folder of its own, on a free port.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static string? FindProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    /// <param name="folder">Its data; a dump.rdb in it is loaded.</param>
    /// <param name="password">What clients need.</param>
    /// <param name="diskless">Whether a snapshot is sent as it is made, its length unknown.</param>
    public static async Task<RedisServer> StartAsync(string folder, string password, bool diskless = true)
    {
        var port = FreePort.Next();
        var process = Process.Start(new ProcessStartInfo(FindProgram()!,
        [
            "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--requirepass", password, "--save", "", "--daemonize", "no",
            "--repl-diskless-sync", diskless ? "yes" : "no", "--repl-diskless-sync-delay", "0",
        ]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException("redis-server ended at its start."));
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal))
                ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        var server = new RedisServer(process, port);
        try
        {
            await ready.Task.WaitAsync(StartLimit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends commands, one per line, and returns everything that was answered until the connection ended.</summary>
    public async Task<string> CallAsync(string password, params string[] commands)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"AUTH {password}\r\n{string.Concat(commands.Select(command => command + "\r\n"))}QUIT\r\n"));
        return await new StreamReader(stream).ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
