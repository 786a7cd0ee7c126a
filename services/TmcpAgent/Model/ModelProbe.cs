using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Model;

/// <summary>Which models the server has.</summary>
internal sealed class ModelProbe(IHttpClientFactory clients, IOptions<ModelOptions> options)
{
    public const string HttpClientName = "model-probe";

    // Shorter than the fastest probe's own limit (1 s in the cluster).
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    /// <summary>Names of the installed models, or null and why they are not known.</summary>
    public async Task<(IReadOnlyList<string>? Names, string? Problem)> ListAsync(CancellationToken cancellationToken)
    {
        var address = new Uri($"{options.Value.Endpoint}/models");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
            using var response = await client.SendAsync(request, timeout.Token);
            if (!response.IsSuccessStatusCode)
                return (null, $"GET {address} answered {(int)response.StatusCode}: see the model server's log.");

            await using var body = await response.Content.ReadAsStreamAsync(timeout.Token);
            var models = await JsonSerializer.DeserializeAsync(body, ModelJson.Default.ModelList, timeout.Token);
            return ([.. (models?.Data ?? []).Select(model => model.Id)], null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (null, $"GET {address} failed: start the model server, or set OLLAMA_BASE_URL.");
        }
        catch (JsonException)
        {
            return (null, $"GET {address} is no list of models: set OLLAMA_BASE_URL to an OpenAI-compatible server.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"GET {address} gave no answer within {Patience.TotalSeconds} s: see the model server's log.");
        }
    }
}

/// <summary>Answer of <c>/v1/models</c>, as far as it is read.</summary>
internal sealed record ModelList(IReadOnlyList<ListedModel>? Data);

internal sealed record ListedModel(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelList))]
internal sealed partial class ModelJson : JsonSerializerContext;
