using System.Diagnostics;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>The service as a process of its own, to be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly ProcessStartInfo _start;
    private Process _process = null!;

    private ServiceProcess(ProcessStartInfo start, Uri address)
    {
        _start = start;
        Http = new HttpClient { BaseAddress = address };
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public HttpClient Http { get; }

    public static async Task<ServiceProcess> StartAsync(RedisProcess redis, FakeDiscord discord)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        var program = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpAiOps", configuration, "TmcpAiOps.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.Environment["ConnectionStrings__redis"] = redis.Connection;
        start.Environment["DISCORD_WEBHOOK_URL"] = discord.Webhook.ToString();
        start.Environment["ELASTICSEARCH_URL"] = "http://127.0.0.1:1";
        start.Environment["OLLAMA_BASE_URL"] = "http://127.0.0.1:1";
        start.Environment["AiOps__Analysis__UseModel"] = "false";
        var service = new ServiceProcess(start, new Uri(address));
        await service.RunAsync();
        return service;
    }

    /// <summary>As <c>kill -9</c> does, and then as a person would start it again.</summary>
    public async Task KillAndRestartAsync()
    {
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task RunAsync()
    {
        _process = Process.Start(_start)!;
        var output = new ProcessOutput(_process);
        await Until.TrueAsync(AnswersAsync, () => output.LastLines(20));
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await Http.GetAsync("/alive");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}
