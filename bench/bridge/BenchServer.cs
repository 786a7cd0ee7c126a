using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace Tmcp.Bench.Bridge;

/// <summary>One of the servers that are compared, as a process whose processor time can be read.</summary>
internal sealed class BenchServer : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly bool _owned;

    private BenchServer(string name, Uri address, Process process, bool speaksMcp, bool owned) =>
        (Name, Address, Process, SpeaksMcp, _owned) = (name, address, process, speaksMcp, owned);

    public string Name { get; }

    public Uri Address { get; }

    public bool SpeaksMcp { get; }

    private Process Process { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            Process.Refresh();
            return Process.TotalProcessorTime;
        }
    }

    public static BenchServer Attach(string name, Uri address, int processId) =>
        new(name, address, Process.GetProcessById(processId), speaksMcp: false, owned: false);

    public static async Task<BenchServer> StartBridgeAsync(Uri pocketBase)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "TmcpBridge", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "TmcpBridge.dll");
        program = Path.GetFullPath(program);
        var process = Launch("dotnet", program, start =>
        {
            // Where its settings lie.
            start.WorkingDirectory = Path.GetDirectoryName(program)!;
            start.Environment["ASPNETCORE_URLS"] = address.ToString();
            start.Environment["POCKETBASE_URL"] = pocketBase.ToString();
            start.Environment["Bridge__CallsPerMinute"] = "0"; // one account makes all the load
        });
        _ = process.StandardOutput.ReadToEndAsync();
        await WaitAsync(process, new Uri(address, "alive"));
        return new BenchServer("Bridge", address, process, speaksMcp: true, owned: true);
    }

    public static async Task<BenchServer> StartTypeScriptAsync(Uri pocketBase)
    {
        var script = Path.Combine(RepositoryFolder.Path, "bench", "bridge", "typescript-server.mjs");
        var process = Launch("node", script, start =>
        {
            start.ArgumentList.Add(pocketBase.ToString());
            start.Environment["NODE_ENV"] = "production";
        });
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(StartTimeout)
            ?? throw new InvalidOperationException($"node {script} ended at once: {await process.StandardError.ReadToEndAsync()}");
        return new BenchServer("TypeScript SDK", new Uri($"http://127.0.0.1:{port}/"), process, speaksMcp: true, owned: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_owned)
        {
            Process.Kill(entireProcessTree: true);
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
    }

    public void Dispose() => Process.Dispose();

    private static Process Launch(string program, string argument, Action<ProcessStartInfo> configure)
    {
        var start = new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        configure(start);
        return Process.Start(start)!;
    }

    private static async Task WaitAsync(Process process, Uri health)
    {
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartTimeout && !process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(health);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new InvalidOperationException($"No answer from {health} within {StartTimeout}. Start the bridge by hand to see why.");
    }
}
