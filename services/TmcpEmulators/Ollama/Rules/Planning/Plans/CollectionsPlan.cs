using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning.Plans;

/// <summary>Which collections there are.</summary>
internal sealed class CollectionsPlan(PlanContext context) : Plan(context)
{
    public override ModelReply Next()
    {
        if (!Context.Run.Call("list_collections").Done(out var result, out var stop))
            return stop;
        var names = result.Items?.Select(item => JsonText.StringOrNull(item["name"])).OfType<string>().ToList();
        return names is null ? Unreadable("list_collections") : ModelReply.Say(Answers.CollectionsAre(names));
    }
}
