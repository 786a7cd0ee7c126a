using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Which fields a collection has.</summary>
internal sealed class FieldsPlan(PlanContext context) : Plan(context)
{
    public override ModelReply Next()
    {
        if (!Schema(Word).Done(out var schema, out var stop))
            return stop;
        return ModelReply.Say(Answers.FieldsOf(Word, schema.Fields.Select(field =>
            $"{field.Name} ({field.Type}{(field.Required ? $", {Answers.Required}" : "")}{(field.Values.Count > 0 ? $": {string.Join(", ", field.Values)}" : "")})")));
    }
}
