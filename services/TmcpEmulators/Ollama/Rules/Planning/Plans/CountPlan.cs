using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Count: by the counting tool when it is offered, else by the total of a list.</summary>
internal sealed class CountPlan(PlanContext context) : ConditionalPlan(context)
{
    public override ModelReply Next()
    {
        if (!Condition().Done(out var filter, out var stop))
            return stop;
        var call = Context.Run.Tools.Find("count_records") is { } tool
            ? Context.Run.Call(tool, ("collection", Word.Collection), ("filter", filter.Length > 0 ? filter : null))
            : List(Word, filter, perPage: 1);
        if (!call.Done(out var result, out stop))
            return stop;
        return result.Total is { } total
            ? PlanContext.Say(Answers.Counted(Word, total), filter.Length > 0 ? Answers.Conditions(filter) : null)
            : Unreadable("count_records");
    }
}
