using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Generators;
using TmcpEmulators.Ollama.Rules.Planning;
using TmcpEmulators.Ollama.Rules.Routing;
using TmcpEmulators.Ollama.Rules.Schemas;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules;

/// <summary>
/// Answers like a model, by rules, from nothing but the request: as a generator of the agent, as the supervisor of a team, as a
/// member with tools, in a demanded JSON form, or in plain words. The same request gives the same answer.
/// </summary>
internal sealed class RuleModel(TimeProvider clock)
{
    public ModelReply Answer(ModelRequest request)
    {
        try
        {
            return Decide(request);
        }
        catch (RegexMatchTimeoutException)
        {
            // A prompt made to be slow to read; the pattern gave up in time.
            var answers = AnswerLanguages.English;
            return ModelReply.Say($"{answers.NotUnderstood("…")}\n\n{answers.Notice}");
        }
    }

    private ModelReply Decide(ModelRequest request)
    {
        var tools = request.Choice.Allowed ? request.Tools : [];
        if (tools.Count == 0 && TaskPrompt.Find(request) is { } task)
            return Generator.Answer(task, request);
        if (TeamPrompt.Find(request) is { } team)
            return Route(request, team, tools);
        if (request.Format is { } format && (tools.Count == 0 || !NeedsTool(request)))
            return ModelReply.Say(SchemaWriter.Write(format.Schema, PromptFacts.Read(request.Turns)));
        if (request.Choice.Tool is { } named && tools.FirstOrDefault(tool => tool.Name == named) is { } forced && !IsCalled(request, named))
            return ModelReply.Do(FreeCaller.Call(forced, request));

        var box = new ToolBox(tools);
        var thread = new RequestThread(request.Turns);
        var reply = box.HasRecords ? Planner.Next(thread, box, Today) : FreeCaller.Next(tools, request) ?? PlainChat.Answer(thread.Request, thread.History);
        return reply.Call is null && request.Choice.Required && thread.History.Count == 0 && tools.Count > 0
            ? ModelReply.Do(FreeCaller.Call(FreeCaller.Best(tools, thread.Request), request))
            : reply;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    // A supervisor answers with the bare name; with a schema or a tool, in the place that offers the names.
    private static ModelReply Route(ModelRequest request, TeamPrompt team, IReadOnlyList<ToolOffer> tools)
    {
        var choice = Supervisor.Choose(team, request.Turns);
        var facts = PromptFacts.Read(request.Turns) with { Preferred = choice };
        if (request.Format?.Schema is { } schema)
            return ModelReply.Say(SchemaWriter.Write(schema, facts));
        var tool = tools.FirstOrDefault(tool => tool.Parameters.ToJsonString().Contains($"\"{team.Finish}\"", StringComparison.Ordinal));
        return tool is null
            ? ModelReply.Say(choice)
            : ModelReply.Do(new ToolCall(FreeCaller.NewId(tool.Name, request), tool.Name, SchemaWriter.Instance(tool.Parameters, facts) as JsonObject ?? []));
    }

    private static bool NeedsTool(ModelRequest request) => new ToolBox(request.Tools).HasRecords && request.Turns[^1].Speaker != Speaker.Tool;

    private static bool IsCalled(ModelRequest request, string tool) => new RequestThread(request.Turns).History.Any(exchange => exchange.Call.Name == tool);
}
