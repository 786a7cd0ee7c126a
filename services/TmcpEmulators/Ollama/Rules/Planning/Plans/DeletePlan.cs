using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Delete: find the record, delete it by its id.</summary>
internal sealed class DeletePlan(PlanContext context) : TargetPlan(context)
{
    public override ModelReply Next()
    {
        if (!Target(schema: null).Done(out var target, out var stop))
            return stop;
        if (!Context.Run.Call("delete_record", ("collection", Word.Collection), ("record_id", RecordText.Id(target))).Done(out _, out stop))
            return stop;
        return ModelReply.Say(Answers.Deleted(Word, Describe(target)));
    }
}
