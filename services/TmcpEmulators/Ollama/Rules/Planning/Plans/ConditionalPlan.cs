using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Values;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>A plan over the records that meet the conditions of the request: "active campaigns", "leads of campaign X".</summary>
internal abstract class ConditionalPlan(PlanContext context) : RecordFinder(context)
{
    /// <summary>The filter for the request's conditions; empty without any.</summary>
    protected Step<string> Condition()
    {
        if (!MayHaveConditions())
            return Step<string>.Of("");
        if (!Schema(Word).Done(out var schema, out var stop))
            return Step<string>.Stop(stop);

        var values = ValueReader.Read(schema, Intent, Context.Today);
        if (values.Refused.FirstOrDefault() is { } refused)
            return Step<string>.Stop(ModelReply.Say(Answers.Ask.Value(refused.Name, refused.Values)));
        var conditions = values.Data.Select(entry => Compare(entry.Key, entry.Value!)).ToList();
        foreach (var (field, wanted) in values.Relations)
        {
            if (!IdOf(wanted.Word, wanted.Name).Done(out var id, out stop))
                return Step<string>.Stop(stop);
            conditions.Add(field.Many ? $"{field.Name} ?= \"{id}\"" : Filters.Is(field.Name, id));
        }

        return Step<string>.Of(Filters.All(conditions));
    }

    private Step<string> IdOf(CollectionWord target, string name)
    {
        if (target.Collection == "workspaces")
            return FindWorkspace();
        if (!Schema(target).Done(out var schema, out var stop))
            return Step<string>.Stop(stop);
        return FindByName(target, schema, name).Done(out var record, out stop) ? Step<string>.Of(RecordText.Id(record)) : Step<string>.Stop(stop);
    }

    // A word for a value, a number, a date or another record beside the noun: then the schema is worth reading.
    private bool MayHaveConditions() =>
        Intent.Others.Count > 0
        || SelectValues.Known.FindAll(Intent.Utterance).Any(match => !Intent.Used.Any(used => used.Overlaps(match.Span)))
        || FieldWords.Mentioned(Intent.Utterance).Any(span => !Intent.Used.Any(used => used.Overlaps(span)));

    private static string Compare(string field, JsonNode value)
    {
        if (JsonText.StringOrNull(value) is not { } text)
            return value is JsonArray list ? Filters.All(list.Select(item => Filters.Contains(field, JsonText.StringOrNull(item) ?? ""))) : $"{field} = {value.ToJsonString()}";
        return field.EndsWith("_date", StringComparison.Ordinal) && field.StartsWith("start", StringComparison.Ordinal) ? $"{field} >= \"{text}\""
            : field.StartsWith("end", StringComparison.Ordinal) ? $"{field} <= \"{text}\""
            : Filters.Is(field, text);
    }
}
