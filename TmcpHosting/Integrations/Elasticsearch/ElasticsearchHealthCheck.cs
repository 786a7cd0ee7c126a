using System.Net.Http.Headers;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Elasticsearch;

/// <summary>Healthy when the node answers its root with 200 to the user <c>elastic</c>.</summary>
internal sealed class ElasticsearchHealthCheck(ElasticsearchResource elasticsearch, HttpClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!elasticsearch.PrimaryEndpoint.IsAllocated)
            return Failure(context, $"'{elasticsearch.Name}' has no address yet.");
        var address = elasticsearch.PrimaryEndpoint.Url;
        var password = await elasticsearch.PasswordParameter.GetValueAsync(cancellationToken).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(EndpointHttpHealthCheck.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ElasticsearchResource.UserName}:{password}")));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? HealthCheckResult.Healthy($"GET {address} answered {(int)response.StatusCode}.")
                : Failure(context, $"GET {address} answered {(int)response.StatusCode}, expected 200. With 401 the data was made with another password.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure(context, $"GET {address} did not answer within {EndpointHttpHealthCheck.Timeout.TotalSeconds:0} s.");
        }
        catch (HttpRequestException exception)
        {
            return Failure(context, $"GET {address} failed: {exception.Message}", exception);
        }
    }

    private static HealthCheckResult Failure(HealthCheckContext context, string description, Exception? exception = null) =>
        new(context.Registration.FailureStatus, description, exception);
}
