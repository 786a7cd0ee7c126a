using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tmcp.AppHost.Models;

/// <summary>Asks Ollama to download the model; its progress goes to the resource's log.</summary>
internal static class PullModelCommand
{
    internal static async Task<ExecuteCommandResult> ExecuteAsync(EndpointReference endpoint, ParameterResource model, ExecuteCommandContext context)
    {
        var name = await model.GetValueAsync(context.CancellationToken);
        using var client = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(endpoint.Url), "/api/pull"))
        {
            Content = JsonContent.Create(new Dictionary<string, string?> { ["model"] = name }),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(context.CancellationToken));
        var last = "";
        while (await reader.ReadLineAsync(context.CancellationToken) is { } line)
        {
            if (line.Contains("\"error\"", StringComparison.Ordinal))
                return CommandResults.Failure($"Ollama could not pull '{name}': {line}");
            if (line != last)
                context.Logger.LogInformation("pull {Model}: {Progress}", name, line);
            last = line;
        }

        return response.IsSuccessStatusCode
            ? CommandResults.Success($"Model '{name}' is installed.")
            : CommandResults.Failure($"Ollama answered {(int)response.StatusCode} to the pull of '{name}'.");
    }
}
