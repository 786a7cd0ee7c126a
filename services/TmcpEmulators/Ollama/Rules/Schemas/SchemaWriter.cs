using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Schemas;

/// <summary>Writes JSON that satisfies a schema, filled with what the prompt says.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of an instance; without a schema, an object of the prompt's named values and keywords.</summary>
    public static string Write(JsonNode? schema, PromptFacts facts) =>
        (schema is null ? Free(facts) : Instance(schema, facts))?.ToJsonString(Readable) ?? "null";

    /// <summary>The text of an instance that says what is wanted, in the form of the schema.</summary>
    public static string Write(JsonNode schema, PromptFacts facts, JsonObject wanted) =>
        new SchemaFiller(schema, facts).Fill(wanted)?.ToJsonString(Readable) ?? "null";

    /// <summary>The text of a value that no schema asks for.</summary>
    public static string Write(JsonObject value) => value.ToJsonString(Readable);

    /// <summary>An instance of a schema.</summary>
    public static JsonNode? Instance(JsonNode schema, PromptFacts facts) => new SchemaFiller(schema, facts).Fill();

    private static JsonObject Free(PromptFacts facts)
    {
        var instance = new JsonObject { ["answer"] = facts.Sentences is [var first, ..] ? first : "" };
        instance["keywords"] = new JsonArray([.. facts.Words.Take(6).Select(word => JsonValue.Create(word))]);
        instance["emulator"] = true;
        return instance;
    }
}
