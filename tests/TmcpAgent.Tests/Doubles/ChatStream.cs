using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>An answered chat: status, headers, the raw text, and the events in it.</summary>
internal sealed record ChatStream(HttpStatusCode Status, HttpResponseMessage Response, string Raw)
{
    public IReadOnlyList<JsonElement> Events { get; } = Parse(Raw);

    public string Text => string.Concat(Of("chunk").Select(chunk => chunk.GetProperty("content").GetString()));

    public JsonElement Last => Events[^1];

    /// <summary>One word an event: type, and the agent or tool it names.</summary>
    public IReadOnlyList<string> Outline =>
        [.. Events.Select(item => string.Join(' ', new[] { "type", "status", "agent", "tool" }
            .Where(name => item.TryGetProperty(name, out _))
            .Select(name => item.GetProperty(name).GetString())))];

    public IEnumerable<JsonElement> Of(string type) => Events.Where(item => item.GetProperty("type").GetString() == type);

    /// <summary>Events that say something is missing or was changed.</summary>
    public string Warnings => string.Join('\n', Of("warning").Select(warning => warning.GetProperty("message").GetString()));

    /// <summary>Numbers of the events that have one.</summary>
    public IReadOnlyList<long> Ids =>
        [.. Raw.Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => long.Parse(line["id: ".Length..]))];

    public static HttpRequestMessage Request(string? token, string body, string path = "/chat")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static List<JsonElement> Parse(string raw) =>
        [.. raw.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line =>
        {
            using var json = JsonDocument.Parse(line["data: ".Length..]);
            return json.RootElement.Clone();
        })];
}
