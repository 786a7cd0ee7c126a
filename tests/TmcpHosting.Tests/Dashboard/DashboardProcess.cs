using System.Diagnostics;
using Aspire.Hosting.Dashboard.Process;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Dashboard;

/// <summary>The real dashboard, started as the app host would have it started, against our resource service.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private readonly ResourceServiceFixture _service;
    private readonly TemporaryFolder _home = new();
    private readonly Process _process;
    private readonly List<string> _output = [];

    private DashboardProcess(ResourceServiceFixture service, int owner)
    {
        _service = service;
        var start = new ProcessStartInfo(TestEngine.Locate().Dashboard, "dashboard") 
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in DashboardEnvironment.Create(service.Settings, service.Address, _home.Path, Environment.GetEnvironmentVariable))
            start.Environment[name] = value;
        start.Environment["ASPIRE_CLI_PID"] = $"{owner}";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Settings.Frontend[0].Url };
    }

    public DashboardSettings Settings => _service.Settings;

    /// <summary>Follows no redirect and keeps cookies.</summary>
    public HttpClient Browser { get; }

    public bool HasExited => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="owner">The process whose end it must follow.</param>
    public static async Task<DashboardProcess> StartAsync(int? owner = null)
    {
        var dashboard = new DashboardProcess(await ResourceServiceFixture.StartAsync(), owner ?? Environment.ProcessId);
        try
        {
            await Eventually.TrueAsync(dashboard.IsServing, TimeSpan.FromMinutes(2), () => dashboard.Output);
            return dashboard;
        }
        catch
        {
            await dashboard.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _service.DisposeAsync();
        _home.Dispose();
    }

    private bool IsServing()
    {
        Assert.False(_process.HasExited, $"The dashboard has ended: {Output}");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
            using var response = Browser.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null)
                _output.Add(line);
        }
    }
}
