using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>The form in which a model has to answer.</summary>
/// <typeparam name="T">What the answer becomes.</typeparam>
/// <param name="name">Name of the schema, and of the task.</param>
/// <param name="type">How to read it.</param>
/// <param name="temperature">0 to 2.</param>
internal sealed class AnswerFormat<T>(string name, JsonTypeInfo<T> type, float temperature)
{
    // Ollama makes a grammar of the schema, and llama.cpp refuses or crawls at repetitions in the thousands: lengths are asked for in
    // the prompt and checked here.
    private static readonly string[] NotForGrammars = ["minLength", "maxLength"];

    public string Name { get; } = name;

    /// <summary>What warnings and errors call it.</summary>
    public string Label { get; init; } = name;

    /// <summary>A copy of the schema in the file of that name; a request may narrow it.</summary>
    public JsonObject Schema { get; } = Schemas.Load(name);

    /// <summary>Changes nothing but the dress of an answer, before each check.</summary>
    public Action<JsonObject>? Prepare { get; init; }

    /// <summary>What else to look at; runs when the schema holds.</summary>
    public Func<JsonObject, IEnumerable<Finding>>? Check { get; init; }

    /// <summary>Puts right what the model did not, after it was asked twice; each change is said. Runs before the last check.</summary>
    public Func<JsonObject, IEnumerable<string>>? Mend { get; init; }

    public AnswerStyle Style => new(temperature, Name, BinaryData.FromString(WithoutLengths(Schema.DeepClone()).ToJsonString()));

    public T Read(JsonObject answer) => answer.Deserialize(type)!;

    /// <summary>An answer that forgot the object around its only list gets it.</summary>
    public JsonObject? Wrap(JsonNode? found) => found switch
    {
        JsonObject whole => whole,
        JsonArray list when Schema["properties"]!.AsObject() is { Count: 1 } only => new JsonObject { [only.First().Key] = list },
        _ => null,
    };

    private static JsonNode WithoutLengths(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var keyword in NotForGrammars)
                members.Remove(keyword);
            foreach (var member in members)
                WithoutLengths(member.Value!);
        }

        return node;
    }
}
