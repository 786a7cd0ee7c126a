using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>List: conditions from the schema when the request has any, then the records.</summary>
internal sealed class ListPlan(PlanContext context) : ConditionalPlan(context)
{
    private const int PageSize = 30;
    private const int MostShown = 20;

    public override ModelReply Next()
    {
        if (!Condition().Done(out var filter, out var stop))
            return stop;
        if (!List(Word, filter, PageSize).Done(out var found, out stop))
            return stop;

        var records = found.Items!.Take(MostShown).ToList();
        if (records.Count == 0)
            return PlanContext.Say(Answers.NoneFound(Word), filter.Length > 0 ? Answers.Conditions(filter) : null);
        var lines = Candidates(records).Select((line, index) => $"{index + 1}. {line}");
        var heading = found.Total is { } total ? Answers.Found(Word, records.Count, total) : Answers.FoundPart(Word, records.Count);
        return PlanContext.Say([heading, .. lines]);
    }
}
