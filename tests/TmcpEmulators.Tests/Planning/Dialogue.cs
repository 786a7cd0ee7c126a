using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules;

namespace TmcpEmulators.Tests.Planning;

/// <summary>
/// A client with the bridge's tools: asks the rule model, carries out what it wants called, and goes on until it answers in words.
/// Between messages only the words are kept, as TMCP's agent does.
/// </summary>
internal sealed class Dialogue(MemoryStore store, DialogueStyle style = DialogueStyle.Plain, string system = Dialogue.Prompt)
{
    public const string Prompt = "You are a helpful member of a marketing team.";

    private const int MostRounds = 12;

    private readonly RuleModel _model = new(new ManualClock());
    private readonly List<Turn> _thread = [];

    /// <summary>Names of the tools called for the last message.</summary>
    public List<string> Calls { get; } = [];

    public List<JsonObject> Arguments { get; } = [];

    /// <summary>Replaces the result of a tool.</summary>
    public Func<string, JsonObject, string?>? Intercept { get; set; }

    public string Say(string message)
    {
        Calls.Clear();
        Arguments.Clear();
        _thread.Add(style == DialogueStyle.Framed
            ? new Turn(Speaker.User, $"<user_request>\n{message}\n</user_request>")
            : new Turn(Speaker.User, message));
        var turns = new List<Turn> { new(Speaker.System, system) };
        turns.AddRange(_thread);
        for (var round = 0; round < MostRounds; round++)
        {
            var reply = _model.Answer(new ModelRequest { Turns = turns, Tools = Tools.For(style) });
            if (reply.Call is not { } call)
                return Remember(reply.Text);
            Calls.Add(call.Name);
            Arguments.Add(call.Arguments);
            var result = Intercept?.Invoke(call.Name, call.Arguments) ?? store.Call(call.Name, call.Arguments);
            turns.Add(new Turn(Speaker.Assistant, "", Calls: [call]));
            turns.Add(new Turn(Speaker.Tool, result, CallId: style == DialogueStyle.Framed ? call.Id : null));
        }

        throw new InvalidOperationException($"No answer after {MostRounds} rounds: {string.Join(", ", Calls)}");
    }

    private string Remember(string answer)
    {
        _thread.Add(style == DialogueStyle.Framed
            ? new Turn(Speaker.User, $"<member_report member=\"CampaignManager\">\n{answer}\n</member_report>", Name: "CampaignManager")
            : new Turn(Speaker.Assistant, answer));
        return answer;
    }
}

internal enum DialogueStyle
{
    /// <summary>Plain user and assistant messages, <c>data</c> as an object, a counting tool.</summary>
    Plain,

    /// <summary>Framed user messages, answers as named users, <c>data_json</c> as text, no counting tool, call ids.</summary>
    Framed,
}
