using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>Asks a dependency's own health endpoint. One attempt: the report is about now.</summary>
internal sealed class HttpDependencyCheck(IHttpClientFactory clients, Uri address) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = clients.CreateClient(HttpDependencyExtensions.ClientName);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : Failed(context, $"answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return Failed(context, $"does not answer ({exception.HttpRequestError})");
        }
        catch (OperationCanceledException)
        {
            return Failed(context, "did not answer in time");
        }
    }

    private HealthCheckResult Failed(HealthCheckContext context, string what) => new(
        context.Registration.FailureStatus,
        $"GET {address.GetLeftPart(UriPartial.Path)} {what}. See the log of '{context.Registration.Name}'.");
}
