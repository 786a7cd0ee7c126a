using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tmcp.Tests.Shared;

namespace Tmcp.AlertsBench;

/// <summary>A real redis-server with its append-only file, and the service, each a process.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tmcp-alerts-bench-").FullName;
    private readonly List<Process> _processes = [];

    public int Port { get; } = FreePort.Next();

    public static async Task<Stack> StartAsync(Others others, bool useModel)
    {
        var stack = new Stack();
        var redis = FreePort.Next();
        stack.Run(stack._folder, "redis-server", ["--port", $"{redis}", "--bind", "127.0.0.1", "--dir", stack._folder, "--appendonly", "yes", "--save", ""], []);
        await WaitAsync(redis);
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var service = Path.Combine(here.Parent!.Parent!.FullName, "TmcpAiOps", here.Name, "TmcpAiOps.dll");
        // As deployed, it runs where it lies: in Redis' folder it would watch the append-only file grow, looking for settings.
        stack.Run(Path.GetDirectoryName(service)!, "dotnet", [service, "--urls", $"http://127.0.0.1:{stack.Port}"],
        [
            ("ConnectionStrings__redis", $"127.0.0.1:{redis}"),
            ("ELASTICSEARCH_URL", others.Address.ToString()),
            ("OLLAMA_BASE_URL", others.Address.ToString()),
            ("DISCORD_WEBHOOK_URL", $"{others.Address}api/webhooks/1/bench"),
            ("AiOps__Analysis__UseModel", useModel ? "true" : "false"),
            ("AiOps__Analysis__TokensPerHour", "1000000000"),
            ("AiOps__Intake__MaxBacklog", "1000000"),
            ("Logging__LogLevel__Default", "Error"),
        ]);
        await WaitAsync(stack.Port);
        return stack;
    }

    public async Task PostAsync(string path)
    {
        using var connection = await Connection.OpenAsync(Port);
        if (await connection.PostAsync(path, []) != 200)
            throw new InvalidOperationException($"POST {path} was refused.");
    }

    public long ResidentMegabytes()
    {
        var service = _processes[^1];
        service.Refresh();
        return service.WorkingSet64 / 1_000_000;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Run(string folder, string file, string[] arguments, (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private static async Task WaitAsync(int port)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (watch.Elapsed.TotalSeconds < 30)
            {
                await Task.Delay(50); // Nothing tells when a port is open.
            }
        }
    }
}
