using System.Diagnostics;
using System.Net;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Prometheus and Alertmanager, which watch one number and tell the AIOps agent when it is 0.</summary>
internal sealed class Monitoring : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tmcp-monitoring-");
    private readonly List<(Process Process, ProcessOutput Output)> _programs = [];

    private Monitoring()
    {
    }

    /// <summary>What both have written, for the message of a test that fails.</summary>
    public string Output => string.Join('\n', _programs.Select(program => program.Output.LastLines(20)));

    /// <summary>Starts both.</summary>
    /// <param name="watched">Serves <c>/metrics</c> with <c>cache_up</c>.</param>
    /// <param name="agent">The AIOps agent.</param>
    /// <param name="service">Whom the alert is about.</param>
    public static Monitoring Start(Uri watched, Uri agent, string service)
    {
        var monitoring = new Monitoring();
        var alertmanager = $"127.0.0.1:{FreePort.Next()}";
        var rules = monitoring.Write("rules.yml", $$"""
            groups:
              - name: cache
                rules:
                  - alert: CacheDown
                    expr: cache_up == 0
                    labels: { service: {{service}}, severity: critical }
                    annotations: { description: "{{Payloads.Message}}" }
            """);
        var prometheus = monitoring.Write("prometheus.yml", $"""
            global: {"{"} scrape_interval: 1s, evaluation_interval: 1s {"}"}
            rule_files: ["{rules}"]
            alerting:
              alertmanagers: [{"{"} static_configs: [{"{"} targets: ["{alertmanager}"] {"}"}] {"}"}]
            scrape_configs:
              - job_name: cache
                static_configs: [{"{"} targets: ["{watched.Authority}"] {"}"}]
            """);
        var routes = monitoring.Write("alertmanager.yml", $$"""
            route: { receiver: aiops, group_by: [alertname, service], group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
            receivers:
              - name: aiops
                webhook_configs: [{ url: "{{new Uri(agent, "/api/webhook/alert")}}", send_resolved: true }]
            """);
        monitoring.Run(
            PrometheusFactAttribute.Alertmanager, $"--config.file={routes}", $"--storage.path={monitoring.Folder("alertmanager")}", $"--web.listen-address={alertmanager}",
            "--cluster.listen-address=");
        monitoring.Run(
            PrometheusFactAttribute.Prometheus, $"--config.file={prometheus}", $"--storage.tsdb.path={monitoring.Folder("prometheus")}", $"--web.listen-address=127.0.0.1:{FreePort.Next()}");
        return monitoring;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _programs)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private void Run(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        _programs.Add((process, new ProcessOutput(process)));
    }
}
