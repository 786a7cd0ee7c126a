using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Values;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>A plan about one record that exists: by its id, or found by its name.</summary>
internal abstract class TargetPlan(PlanContext context) : ConditionalPlan(context)
{
    /// <summary>The record with its id and, unless the request gave the id, its values.</summary>
    protected Step<JsonObject> Target(CollectionSchema? schema)
    {
        if (Intent.RecordId is { } id)
            return Step<JsonObject>.Of(Intent.Name is { } known ? new JsonObject { ["id"] = id, ["name"] = known } : new JsonObject { ["id"] = id });
        if (Intent.Name is not { } name)
            return Stop(Intent.MeansAll ? Answers.OneAtATime : Answers.Ask.WhichRecord(Word));
        if (schema is null && !Schema(Word).Done(out schema, out var stop))
            return Step<JsonObject>.Stop(stop);

        // A name that looks like an id may be one.
        return RecordIds.IsId(name) && name.Any(char.IsAsciiDigit)
            ? Step<JsonObject>.Of(new JsonObject { ["id"] = name })
            : FindByName(Word, schema, name);
    }

    private static Step<JsonObject> Stop(string text) => Step<JsonObject>.Stop(ModelReply.Say(text));
}
