using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Asks a service outside of the application by GET and wants one exact status.</summary>
internal sealed class ExternalServiceHealthCheck(IHttpClientFactory clients, ExternalServiceResource service, string path, int statusCode) : IHealthCheck
{
    // 5 s: longer than a distant service needs, short enough to see one that hangs.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        HealthCheckResult Bad(string reason) => new(context.Registration.FailureStatus, reason);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            var url = new Uri(await service.GetUrlAsync(limit.Token).ConfigureAwait(false), path);
            using var client = clients.CreateClient();
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return (int)response.StatusCode == statusCode
                ? HealthCheckResult.Healthy()
                : Bad($"GET {path} of '{service.Name}' answered {(int)response.StatusCode} instead of {statusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or DistributedApplicationException)
        {
            return Bad($"GET {path} of '{service.Name}' failed: {failure.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Bad($"GET {path} of '{service.Name}' was not answered within {_timeout.TotalSeconds:0} s.");
        }
    }
}
