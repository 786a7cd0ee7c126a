using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Values;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>The steps by which one kind of request is fulfilled, and what they share.</summary>
internal abstract class Plan(PlanContext context)
{
    protected PlanContext Context => context;

    protected Intent Intent => context.Intent;

    protected CollectionWord Word => context.Word;

    protected IAnswers Answers => context.Answers;

    /// <summary>The next tool call, or the answer.</summary>
    public abstract ModelReply Next();

    protected Step<CollectionSchema> Schema(CollectionWord word)
    {
        if (!context.Run.Call("get_collection_schema", ("collection", word.Collection)).Done(out var result, out var stop))
            return Step<CollectionSchema>.Stop(stop);
        return CollectionSchema.Read(result.Json) is { } schema
            ? Step<CollectionSchema>.Of(schema)
            : Step<CollectionSchema>.Stop(Unreadable("get_collection_schema"));
    }

    protected Step<ToolResult> List(CollectionWord word, string filter, int perPage)
    {
        if (!context.Run.Call("list_records", ("collection", word.Collection), ("page", 1), ("per_page", perPage), ("filter", Optional(filter)))
            .Done(out var result, out var stop))
            return Step<ToolResult>.Stop(stop);
        return result.Items is null ? Step<ToolResult>.Stop(Unreadable("list_records")) : Step<ToolResult>.Of(result);
    }

    protected Step<JsonObject> Record(string tool, Step<ToolResult> call)
    {
        if (!call.Done(out var result, out var stop))
            return Step<JsonObject>.Stop(stop);
        return result.Json is JsonObject record ? Step<JsonObject>.Of(record) : Step<JsonObject>.Stop(Unreadable(tool));
    }

    protected string Describe(JsonObject record) => Answers.Record(RecordText.Title(record), RecordText.Id(record));

    protected IEnumerable<string> Candidates(IEnumerable<JsonObject> records) => records.Select(record =>
        RecordText.Line(record, 2) is { Length: > 0 } line ? $"{Describe(record)}: {line}" : Describe(record));

    /// <summary>Fields in the words of an answer, as far as the record really has them.</summary>
    protected static IEnumerable<string> Shown(JsonObject record, IEnumerable<string> fields) =>
        fields.Where(record.ContainsKey).Select(field => $"{field} {RecordText.Cut(RecordText.Value(record[field]), 120)}");

    protected ModelReply Unreadable(string tool) => ModelReply.Say(Answers.ToolUnreadable(tool));

    private static JsonValue? Optional(string filter) => filter.Length == 0 ? null : JsonValue.Create(filter);
}
