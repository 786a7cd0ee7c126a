using System.Text.Json.Nodes;

namespace Tmcp.IntegrationTests;

/// <summary>One message as the inbox shows it.</summary>
internal sealed record InboxMessage(JsonNode Json)
{
    public string Id => (string)Json["id"]!;

    public bool IsEdited => Json["edited_timestamp"] is not null;

    public string Title => (string)Embed["title"]!;

    /// <summary>Ends with the id of the incident.</summary>
    public string Footer => (string)Embed["footer"]!["text"]!;

    private JsonNode Embed => Json["embeds"]![0]!;

    /// <summary>A field's value; empty when there is none.</summary>
    public string Field(string name) =>
        Embed["fields"]!.AsArray().Where(field => ((string)field!["name"]!).StartsWith(name, StringComparison.Ordinal)).Select(field => (string)field!["value"]!).FirstOrDefault() ?? "";

    public override string ToString() => Json.ToJsonString();
}
