using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Search: ask the search tool, and repeat what it found.</summary>
internal sealed class SearchPlan(PlanContext context, ToolOffer tool) : Plan(context)
{
    private const int MostLines = 8;

    public override ModelReply Next()
    {
        var query = RecordText.Cut(Intent.Utterance.Text, 200);
        if (!Context.Run.Call(tool, ("query", query)).Done(out var result, out var stop))
            return stop;
        var lines = result.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Take(MostLines).Select(line => RecordText.Cut(line, 300)).ToList();
        return ModelReply.Say(lines.Count == 0 ? Answers.SearchGaveNothing(query) : Answers.SearchGave(query, lines));
    }
}
