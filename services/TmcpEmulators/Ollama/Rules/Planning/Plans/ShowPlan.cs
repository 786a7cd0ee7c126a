using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Show: find the record, read it whole, and write down what it holds.</summary>
internal sealed class ShowPlan(PlanContext context) : TargetPlan(context)
{
    public override ModelReply Next()
    {
        if (!Target(schema: null).Done(out var target, out var stop))
            return stop;
        if (!Record("get_record", Context.Run.Call("get_record", ("collection", Word.Collection), ("record_id", RecordText.Id(target)))).Done(out var record, out stop))
            return stop;
        return PlanContext.Say([Answers.Details(Word, Describe(record)), .. RecordText.Lines(record).Select(line => $"- {line}")]);
    }
}
