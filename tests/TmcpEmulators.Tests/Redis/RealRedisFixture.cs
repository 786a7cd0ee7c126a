using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Redis;

/// <summary>A real <c>redis-server</c> on a port of its own; nothing where it is not installed.</summary>
public sealed class RealRedisFixture : IAsyncLifetime
{
    private Process? _process;

    public int Port { get; private set; }

    public async Task InitializeAsync()
    {
        if (RedisTools.Missing("redis-server") is not null)
            return;
        Port = FreePort.Next();
        _process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        AppDomain.CurrentDomain.ProcessExit += Kill;
        var output = new ProcessOutput(_process);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!output.Text.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited || timeout.IsCancellationRequested, $"redis-server did not start:\n{output.Text}");
            await Task.Delay(20, CancellationToken.None); // for its own line that it is ready
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Kill(object? sender, EventArgs e) => _process!.Kill();
}
