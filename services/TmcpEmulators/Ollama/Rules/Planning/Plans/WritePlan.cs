using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Values;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>A plan that writes a record, whose relations it has to resolve to ids.</summary>
internal abstract class WritePlan(PlanContext context) : TargetPlan(context)
{
    /// <summary>The id of the record that a relation shall point to, by the name that the message gives.</summary>
    protected Step<string> IdOf(FieldSchema field, Mention wanted)
    {
        if (wanted.Word.Collection == "workspaces")
            return FindWorkspace();
        if (RecordIds.IsId(wanted.Name) && wanted.Name.Any(char.IsAsciiDigit))
            return Step<string>.Of(wanted.Name);
        if (!Schema(wanted.Word).Done(out var schema, out var stop))
            return Step<string>.Stop(stop);
        return FindByName(wanted.Word, schema, wanted.Name).Done(out var record, out stop) ? Step<string>.Of(RecordText.Id(record)) : Step<string>.Stop(stop);
    }

    /// <summary>What the message names and the record has no place for; null for nothing.</summary>
    protected string? Ignored(FieldValues values) => values.Unused.Count == 0
        ? null
        : Answers.Ignored(values.Unused.Select(other => $"{other.Word.Noun(Intent.Language, 1)} \"{other.Name}\""));

    /// <summary>The kind of record that a relation points to: by the field's name, else by asking which collection has that id.</summary>
    protected Step<CollectionWord> TargetOf(FieldSchema field)
    {
        if (Collections.OfField(field.Name) is { } word)
            return Step<CollectionWord>.Of(word);
        if (!Context.Run.Call("list_collections").Done(out var result, out var stop))
            return Step<CollectionWord>.Stop(stop);
        var name = result.Items?.Where(item => JsonText.StringOrNull(item["id"]) == field.TargetId).Select(item => JsonText.StringOrNull(item["name"])).FirstOrDefault();
        return name is null ? Step<CollectionWord>.Stop(ModelReply.Say(Answers.Ask.Field(Word, field.Name))) : Step<CollectionWord>.Of(Collections.Of(name));
    }
}
