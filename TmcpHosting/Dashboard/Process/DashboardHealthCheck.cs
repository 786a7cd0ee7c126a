using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>
/// The dashboard serves: its health page and a style sheet. Without its web files it calls itself healthy and shows blank pages.
/// </summary>
internal sealed class DashboardHealthCheck(IHttpClientFactory clients, DashboardSettingsSource source) : IHealthCheck
{
    public const string Name = "aspire-dashboard_check";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (source.Current is not { } settings)
            return HealthCheckResult.Unhealthy("The dashboard is switched off.");

        using var client = clients.CreateClient(Name);
        foreach (var path in (string[])["health", "css/app.css"])
        {
            var url = new Uri(settings.Frontend[0].Url, path);
            try
            {
                using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.StatusCode != HttpStatusCode.OK)
                    return HealthCheckResult.Unhealthy($"GET {url} answered {(int)response.StatusCode}, expected 200.");
            }
            catch (HttpRequestException exception)
            {
                return HealthCheckResult.Unhealthy($"GET {url} failed: {exception.Message}");
            }
        }

        return HealthCheckResult.Healthy();
    }
}
