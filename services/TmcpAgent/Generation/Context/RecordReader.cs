using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Generation.Runs;

namespace Tmcp.Agent.Generation.Context;

/// <summary>Reads records through the bridge, as the caller.</summary>
internal sealed class RecordReader(BridgeTools bridge)
{
    private const int QuotedCharacters = 300;

    /// <exception cref="GenerationException">There is no such record, or the caller may not see it.</exception>
    /// <exception cref="BridgeException">The bridge is gone.</exception>
    public async Task<StoredRecord> GetAsync(Caller caller, string collection, string id, CancellationToken cancellationToken, string expand = "")
    {
        var text = await AskAsync(caller, collection, id, expand, cancellationToken);
        return Parse(collection, text) ?? throw new GenerationException($"Record '{id}' of {collection} could not be read: {Quote(text)}");
    }

    /// <summary>The record, or null when there is none that the caller may see.</summary>
    /// <exception cref="BridgeException">The bridge is gone.</exception>
    public async Task<StoredRecord?> FindAsync(Caller caller, string collection, string id, CancellationToken cancellationToken) =>
        Parse(collection, await AskAsync(caller, collection, id, expand: "", cancellationToken));

    /// <summary>The record in a text of the bridge; null when the text is something else, an error above all.</summary>
    public static StoredRecord? Parse(string collection, string text)
    {
        if (text.StartsWith("Error", StringComparison.Ordinal))
            return null;

        try
        {
            return JsonNode.Parse(text) is JsonObject fields && fields["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String
                ? new StoredRecord(collection, fields)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The bridge's words on one line, for an error.</summary>
    public static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= QuotedCharacters ? line : $"{line[..QuotedCharacters]}…";
    }

    private Task<string> AskAsync(Caller caller, string collection, string id, string expand, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["collection"] = collection, ["record_id"] = id };
        if (expand.Length > 0)
            arguments["expand"] = expand;
        return bridge.CallAsync("get_record", arguments, caller, cancellationToken);
    }
}
