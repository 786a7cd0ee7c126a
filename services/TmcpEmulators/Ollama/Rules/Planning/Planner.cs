using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Planning.Plans;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Vocabulary;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>Answers as a member of a team that has TMCP's record tools: understands the request, picks the plan, takes its next step.</summary>
internal static class Planner
{
    public static ModelReply Next(RequestThread thread, ToolBox tools, DateOnly today)
    {
        var intent = BackReference.Resolve(IntentReader.Read(thread.Request), thread.EarlierAnswers);
        var answers = AnswerLanguages.Of(intent.Language);
        var reply = Find(intent, answers, thread, tools, today)?.Next() ?? ModelReply.Say(WithoutPlan(intent, answers));
        return reply.Call is null
            ? PlanContext.Say(reply.Text, intent.HasMore ? answers.OnlyTheFirst : null, $"\n{answers.Notice}")
            : reply;
    }

    private static Plan? Find(Intent intent, IAnswers answers, RequestThread thread, ToolBox tools, DateOnly today)
    {
        var hints = PromptHints.Read(thread.SystemText);
        var context = new PlanContext(
            intent, intent.Word ?? Collections.Of(""), new PlanRun(tools, thread.History, answers), answers,
            hints, hints.Today ?? today);
        if (intent.Action == RequestAction.Collections)
            return new CollectionsPlan(context);
        if (intent.Action == RequestAction.Search && tools.FindSearch() is { } search)
            return new SearchPlan(context, search);
        if (intent.Word is null)
            return null;
        return intent.Action switch
        {
            RequestAction.List or RequestAction.Search => new ListPlan(context),
            RequestAction.Unknown => intent.Name is null && intent.RecordId is null ? new ListPlan(context) : new ShowPlan(context),
            RequestAction.Show => new ShowPlan(context),
            RequestAction.Count => new CountPlan(context),
            RequestAction.Create => new CreatePlan(context),
            RequestAction.Update => new UpdatePlan(context),
            RequestAction.Delete => new DeletePlan(context),
            RequestAction.Fields => new FieldsPlan(context),
            _ => null,
        };
    }

    private static string WithoutPlan(Intent intent, IAnswers answers) => intent.Action switch
    {
        RequestAction.Help => answers.Help,
        RequestAction.Unknown or RequestAction.List or RequestAction.Show => answers.NotUnderstood(RecordText.Cut(intent.Utterance.Text, 200)),
        RequestAction.Search => answers.ToolMissing("search"),
        _ => answers.Ask.Kind,
    };
}
