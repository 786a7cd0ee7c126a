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

    public static HttpRequestMessage Request(string? token, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static List<JsonElement> Parse(string raw) => !raw.StartsWith("data: ", StringComparison.Ordinal) ? [] :
        [.. raw.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(frame =>
        {
            using var json = JsonDocument.Parse(frame["data: ".Length..]);
            return json.RootElement.Clone();
        })];
}
