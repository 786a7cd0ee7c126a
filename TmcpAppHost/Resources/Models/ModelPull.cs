using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Models;

/// <summary>Has an Ollama download a model; its progress goes to a log.</summary>
internal static class ModelPull
{
    /// <summary>Pulls unless the model is there. Returns what went wrong and what to do, or null.</summary>
    internal static async Task<string?> EnsureAsync(HttpClient client, Uri server, string model, ILogger logger, CancellationToken cancellationToken)
    {
        var installed = await client.GetFromJsonAsync<JsonElement>(new Uri(server, "/api/tags"), cancellationToken);
        var names = installed.GetProperty("models").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).ToArray();
        return names.Contains(model, StringComparer.Ordinal) || names.Contains($"{model}:latest", StringComparer.Ordinal)
            ? null
            : await RunAsync(client, server, model, logger, cancellationToken);
    }

    /// <summary>Pulls. Returns what went wrong and what to do, or null.</summary>
    internal static async Task<string?> RunAsync(HttpClient client, Uri server, string model, ILogger logger, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/api/pull"))
        {
            Content = JsonContent.Create(new Dictionary<string, string> { ["model"] = model }),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var last = "";
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains("\"error\"", StringComparison.Ordinal))
                return $"Ollama could not pull '{model}': {line} Check the name in parameter 'ollama-model' and the network, then press 'Pull the model'.";
            if (line != last)
                logger.LogInformation("pull {Model}: {Progress}", model, line);
            last = line;
        }

        return response.IsSuccessStatusCode ? null : $"Ollama answered {(int)response.StatusCode} to the pull of '{model}'. See its log, then press 'Pull the model'.";
    }
}
