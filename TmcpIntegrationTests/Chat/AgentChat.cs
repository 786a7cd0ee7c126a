using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Tmcp.IntegrationTests;

/// <summary>One chat with the agent through the gateway, read as it streams.</summary>
internal sealed class AgentChat : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _threadId = Guid.NewGuid().ToString();

    public AgentChat(TmcpStack stack, string token)
    {
        _http = stack.CreateGatewayClient();
        _http.Timeout = Budgets.Chat;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Sends one message and returns every event, the last one included.</summary>
    public async Task<ChatEvents> SendAsync(string message, Func<JsonNode, Task>? onEvent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agent/chat")
        {
            Content = JsonContent.Create(new { message, thread_id = _threadId }),
        };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);

        var events = new List<JsonNode>();
        using var limit = new CancellationTokenSource(Budgets.Chat);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(limit.Token));
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            var item = JsonNode.Parse(line["data: ".Length..])!;
            events.Add(item);
            if (onEvent is not null)
                await onEvent(item);
        }

        return new ChatEvents(events);
    }

    public void Dispose() => _http.Dispose();
}
