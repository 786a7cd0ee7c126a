using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Values;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>
/// Create: read the schema, take what the request says, then what the schema demands: the workspace, the records that this one
/// belongs to, the first value of a select. What only the user can know is asked for.
/// </summary>
internal sealed class CreatePlan(PlanContext context) : WritePlan(context)
{
    public override ModelReply Next()
    {
        if (!Schema(Word).Done(out var schema, out var stop))
            return stop;
        var values = ValueReader.Read(schema, Intent, Context.Today);
        if (values.Refused.FirstOrDefault() is { } refused)
            return ModelReply.Say(Answers.Ask.Value(refused.Name, refused.Values));

        var data = values.Data.DeepClone().AsObject();
        if (schema.Title is { } title && Intent.Name is { } name)
            data[title.Name] = name;
        if (Missing(schema, data) is { } question)
            return question;
        foreach (var (field, wanted) in values.Relations.Where(relation => relation.Field != schema.Workspace))
        {
            if (!IdOf(field, wanted).Done(out var id, out stop))
                return stop;
            data[field.Name] = field.Many ? new JsonArray(id) : id;
        }

        if (!Demanded(schema, data).Done(out _, out stop))
            return stop;
        if (!Record("create_record", Context.Run.Call("create_record", ("collection", Word.Collection), ("data", data))).Done(out var record, out stop))
            return stop;
        var shown = Shown(record, data.Select(entry => entry.Key).Where(field => field != schema.Title?.Name && (field != schema.Workspace?.Name || TookFirstWorkspace))).ToList();
        return PlanContext.Say(Answers.Created(Word, Describe(record)), shown.Count > 0 ? Answers.ValuesSet(shown) : null, Ignored(values));
    }

    // With several to choose from, the answer says which one it was.
    private bool TookFirstWorkspace => Context.Hints.Workspaces.Count > 1 && Intent.Others.All(other => other.Word.Collection != "workspaces");

    // A required text, number or date cannot be made up; a slug follows from the title.
    private ModelReply? Missing(CollectionSchema schema, JsonObject data)
    {
        foreach (var field in schema.Fields.Where(field => field.Required && !field.IsAutomatic && !data.ContainsKey(field.Name)))
        {
            if (field.Name == "slug" && Intent.Name is { } name)
                data[field.Name] = Slug.Of(name);
            else if (field == schema.Title)
                return ModelReply.Say(Answers.Ask.Name(Word));
            else if (field.Type == "file")
                return ModelReply.Say(Answers.NeedsFile(Word));
            else if (field.Type is not ("relation" or "select" or "bool"))
                return ModelReply.Say(Answers.Ask.Field(Word, field.Name));
        }

        return null;
    }

    private Step<JsonObject> Demanded(CollectionSchema schema, JsonObject data)
    {
        foreach (var field in schema.Fields.Where(field => (field.Required || field == schema.Workspace) && !field.IsAutomatic && !data.ContainsKey(field.Name)))
        {
            if (field.Type == "select" && field.Values.Count > 0)
            {
                data[field.Name] = field.Many ? new JsonArray(field.Values[0]) : field.Values[0];
            }
            else if (field == schema.Workspace)
            {
                if (!FindWorkspace().Done(out var workspace, out var stop))
                    return Step<JsonObject>.Stop(stop);
                data[field.Name] = workspace;
            }
            else if (field.Type == "relation")
            {
                if (!Parent(field).Done(out var id, out var stop))
                    return Step<JsonObject>.Stop(stop);
                data[field.Name] = field.Many ? new JsonArray(id) : id;
            }
        }

        // Whoever makes a workspace works in it: the owner sees its content as a member only.
        if (Word.Collection == "workspaces" && schema.Fields.Any(field => field.Name == "members") && !data.ContainsKey("members") && data["owner_id"] is { } owner)
            data["members"] = new JsonArray(owner.DeepClone());
        return Step<JsonObject>.Of(data);
    }

    private Step<string> Parent(FieldSchema field)
    {
        if (!TargetOf(field).Done(out var target, out var stop))
            return Step<string>.Stop(stop);
        if (target.Collection == "users" && Context.Hints.UserId is { } user)
            return Step<string>.Of(user);
        return FindOnly(target).Done(out var record, out stop) ? Step<string>.Of(RecordText.Id(record)) : Step<string>.Stop(stop);
    }
}
