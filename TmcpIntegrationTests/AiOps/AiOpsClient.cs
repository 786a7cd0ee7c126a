using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>The AIOps agent, as a monitoring system and as the dashboard's commands reach it.</summary>
internal sealed class AiOpsClient(TmcpStack stack) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = stack.Address(Names.AiOpsAgent) };

    /// <summary>Posts an alert that must be taken; returns the receipt.</summary>
    public Task<JsonNode> AlertAsync(string body) => PostAsync("/api/webhook/alert", body);

    /// <summary>Posts log lines that must be taken; returns the receipt.</summary>
    public Task<JsonNode> LinesAsync(string body) => PostAsync("/api/webhook/k8s-logs", body);

    /// <summary>One incident with its timeline.</summary>
    public async Task<JsonNode> IncidentAsync(string id) => JsonNode.Parse(await _http.GetStringAsync($"/api/incidents/{id}"))!;

    /// <summary>Every incident.</summary>
    public async Task<JsonNode[]> IncidentsAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync("/api/incidents?limit=500"))!["incidents"]!.AsArray().OfType<JsonNode>()];

    /// <summary>Presses a button of the resource in the dashboard; returns what the agent answered.</summary>
    public async Task<JsonNode> PressAsync(string command)
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var result = await stack.App.ResourceCommands.ExecuteCommandAsync(Names.AiOpsAgent, command, limit.Token);
        Assert.True(result.Success, result.Message);
        return JsonNode.Parse(result.Data!.Value)!;
    }

    /// <summary>The incident that the only decision of a receipt is about.</summary>
    public static string IncidentOf(JsonNode receipt) => (string)Assert.Single(receipt["decisions"]!.AsArray())!["incident"]!;

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(path, content);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, $"{(int)response.StatusCode}: {answer}");
        return JsonNode.Parse(answer)!;
    }
}
