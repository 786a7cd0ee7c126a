namespace Tmcp.IntegrationTests;

/// <summary>A test with the system's Prometheus and Alertmanager; skipped with the reason where one is missing.</summary>
public sealed class PrometheusFactAttribute : FactAttribute
{
    internal const string Prometheus = "/usr/bin/prometheus";
    internal const string Alertmanager = "/usr/bin/prometheus-alertmanager";

    /// <summary>Skips when one of both is not installed.</summary>
    public PrometheusFactAttribute()
    {
        if (!File.Exists(Prometheus) || !File.Exists(Alertmanager))
            Skip = $"There is no {Prometheus} or no {Alertmanager} (Debian: prometheus, prometheus-alertmanager).";
    }
}
