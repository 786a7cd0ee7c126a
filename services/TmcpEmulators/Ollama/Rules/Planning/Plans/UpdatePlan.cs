using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Values;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Update: read the schema, find the record, send the fields that the request names.</summary>
internal sealed class UpdatePlan(PlanContext context) : WritePlan(context)
{
    public override ModelReply Next()
    {
        if (Intent is { RecordId: null, Name: null })
            return ModelReply.Say(Intent.MeansAll ? Answers.OneAtATime : Answers.Ask.WhichRecord(Word));
        if (!Schema(Word).Done(out var schema, out var stop))
            return stop;
        var values = ValueReader.Read(schema, Intent, Context.Today);
        if (values.Refused.FirstOrDefault() is { } refused)
            return ModelReply.Say(Answers.Ask.Value(refused.Name, refused.Values));
        if (!Target(schema).Done(out var target, out stop))
            return stop;
        if (!Changes(schema, values).Done(out var data, out stop))
            return stop;
        if (data.Count == 0)
            return ModelReply.Say(Answers.Ask.Changes(Word, Describe(target), Editable(schema)));

        var call = Context.Run.Call("update_record", ("collection", Word.Collection), ("record_id", RecordText.Id(target)), ("data", data));
        if (!Record("update_record", call).Done(out var record, out stop))
            return stop;
        var shown = Shown(record, data.Select(entry => entry.Key)).ToList();
        return PlanContext.Say(Answers.Updated(Word, Describe(record)), shown.Count > 0 ? Answers.ValuesSet(shown) : null, Ignored(values));
    }

    private Step<JsonObject> Changes(CollectionSchema schema, FieldValues values)
    {
        var data = values.Data.DeepClone().AsObject();
        if (Intent.NewName is { } name && schema.Title is { } title)
            data[title.Name] = name;
        foreach (var (field, wanted) in values.Relations.Where(relation => relation.Field != schema.Workspace))
        {
            if (!IdOf(field, wanted).Done(out var id, out var stop))
                return Step<JsonObject>.Stop(stop);
            data[field.Name] = field.Many ? new JsonArray(id) : id;
        }

        return Step<JsonObject>.Of(data);
    }

    private static IEnumerable<string> Editable(CollectionSchema schema) =>
        schema.Fields.Where(field => !field.IsAutomatic && field.Type is not ("relation" or "file" or "password")).Select(field => field.Name);
}
