using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tmcp.Tests.Shared;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>A Redis of a test's own: the real server, or TMCP's emulator, on a free port with its own data folder.</summary>
internal sealed class RedisBacking : IAsyncDisposable
{
    private readonly string _kind;
    private readonly string _folder = OwnedFolder.Create("tmcp-aiops-redis-");
    private Process? _process;
    private ProcessOutput? _output;

    private RedisBacking(string kind, int port) => (_kind, Port) = (kind, port);

    public int Port { get; }

    public string Connection => $"127.0.0.1:{Port}";

    /// <param name="kind"><see cref="Backings.Server"/> or <see cref="Backings.Emulator"/>.</param>
    public static async Task<RedisBacking> StartAsync(string kind = Backings.Server)
    {
        var backing = new RedisBacking(kind, FreePort());
        await backing.StartAgainAsync();
        return backing;
    }

    /// <summary>Starts it on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder };
        string[] arguments;
        if (_kind == Backings.Server)
        {
            start.FileName = Backings.ServerPath!;
            arguments = ["--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--appendonly", "yes", "--save", ""];
        }
        else
        {
            start.FileName = "dotnet";
            arguments = [Backings.EmulatorPath!, "redis", "--port", $"{Port}", "--data", _folder];
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _output = new ProcessOutput(_process);
        AppDomain.CurrentDomain.ProcessExit += Kill;
        await Until.TrueAsync(PingsAsync, () => _output.LastLines(20));
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task CrashAsync()
    {
        Kill(null, EventArgs.Empty);
        await _process!.WaitForExitAsync();
        AppDomain.CurrentDomain.ProcessExit -= Kill;
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        _process!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<bool> PingsAsync()
    {
        if (_process!.HasExited)
            throw new InvalidOperationException($"Redis ended: {_output!.LastLines(20)}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            await stream.ReadExactlyAsync(answer);
            return answer.AsSpan().SequenceEqual("+PONG"u8);
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
