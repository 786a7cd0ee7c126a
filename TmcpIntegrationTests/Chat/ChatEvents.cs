using System.Text.Json.Nodes;

namespace Tmcp.IntegrationTests;

/// <summary>The events of one answer, in order.</summary>
internal sealed class ChatEvents(IReadOnlyList<JsonNode> events)
{
    public IReadOnlyList<JsonNode> All => events;

    /// <summary>What the person reads.</summary>
    public string Text => string.Concat(events.Where(item => TypeOf(item) == "chunk").Select(item => (string?)item["content"]));

    public IEnumerable<string?> Tools => events.Where(item => TypeOf(item) == "tool_start").Select(item => (string?)item["tool"]);

    public JsonNode Last => events[^1];

    public override string ToString() => string.Join('\n', events.Select(item => item.ToJsonString()));

    public static string? TypeOf(JsonNode item) => (string?)item["type"];

    /// <summary>Fails with the whole stream when the answer did not end well.</summary>
    public ChatEvents AssertDone()
    {
        Assert.True(events.Count > 0 && TypeOf(Last) == "done", $"The chat did not end with 'done':\n{this}");
        return this;
    }
}
