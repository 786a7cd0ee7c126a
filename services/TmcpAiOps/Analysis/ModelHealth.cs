using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Analysis;

/// <summary>Whether the model is there. Without it the rules analyse: degraded.</summary>
internal sealed class ModelHealth(IHttpClientFactory clients, IOptions<AnalysisOptions> options) : IHealthCheck
{
    public const string HttpClientName = "model-probe";

    private const int MaxAnswer = 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.UseModel)
            return HealthCheckResult.Healthy();
        var address = new Uri($"{options.Value.Endpoint.AbsoluteUri.TrimEnd('/')}/models");
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return HealthCheckResult.Degraded($"The model server answered {(int)response.StatusCode}. See its log.");
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var json = JsonDocument.Parse(await BoundedRead.ToArrayAsync(stream, MaxAnswer, cancellationToken));
            return Lists(json.RootElement)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Model {options.Value.Model} is not installed: ollama pull {options.Value.Model}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return HealthCheckResult.Degraded("The model server does not answer. Start it, or set OLLAMA_BASE_URL.");
        }
        catch (JsonException)
        {
            return HealthCheckResult.Degraded("The model server lists no models. Set OLLAMA_BASE_URL to an OpenAI-compatible server.");
        }
    }

    private bool Lists(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var models) && models.ValueKind == JsonValueKind.Array
        && models.EnumerateArray().Any(model => model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id) && id.ValueEquals(options.Value.Model));
}
