using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Jobs;

/// <summary>Starts and watches jobs as a browser does.</summary>
internal static class JobClient
{
    public static object Batch(int masters = 2, params string[] platforms) => new
    {
        campaignId = Generation.Marketing.Campaign, workspaceId = Generation.Marketing.Workspace, language = "English",
        platforms = platforms.Length == 0 ? ["twitter", "blog"] : platforms, numMasters = masters,
    };

    public static object Briefs(int perStage = 2) =>
        new { campaignId = Generation.Marketing.Campaign, workspaceId = Generation.Marketing.Workspace, language = "English", anglesPerStage = perStage };

    /// <summary>Starts a job and leaves when its first event has come.</summary>
    public static async Task<string> StartAndLeaveAsync(this AgentHost agent, string path, object body, string? key = null, string? token = null)
    {
        using var request = ChatStream.Request(token ?? agent.Token, JsonSerializer.Serialize(body), path);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await agent.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("id: 1", await reader.ReadLineAsync().WaitAsync(Patience.Long));
        var data = (await reader.ReadLineAsync().WaitAsync(Patience.Long))!["data: ".Length..];
        using var json = JsonDocument.Parse(data);
        return json.RootElement.GetProperty("jobId").GetString()!;
    }

    /// <summary>The rest of a job's events, to the last one.</summary>
    public static async Task<ChatStream> FollowAsync(this AgentHost agent, string jobId, long after = 0, string? token = null)
    {
        using var request = Request(HttpMethod.Get, $"/jobs/{jobId}/events", token ?? agent.Token);
        request.Headers.Add("Last-Event-ID", $"{after}");
        var response = await agent.Http.SendAsync(request);
        return new ChatStream(response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(this AgentHost agent, HttpMethod method, string path, string? token = null)
    {
        using var request = Request(method, path, token ?? agent.Token);
        using var response = await agent.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
