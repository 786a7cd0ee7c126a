using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>The conversation, read as: what the user wants now, and which tool calls have been made for it.</summary>
/// <remarks>Only turns of the user are requests. Members of a team write as users too; they bear a name or the emulator's notice.</remarks>
internal sealed class RequestThread
{
    private readonly IReadOnlyList<Turn> _turns;
    private readonly int _last;

    public RequestThread(IReadOnlyList<Turn> turns)
    {
        _turns = turns;
        _last = LastUserTurn(turns);
        Request = FollowUp.Merge(turns.Take(_last + 1).Where(turn => turn.Speaker is Speaker.User or Speaker.Assistant));
        SystemText = string.Join('\n', turns.Where(turn => turn.Speaker == Speaker.System).Select(turn => turn.Text));
        History = ReadHistory();
    }

    /// <summary>What the user asks, with the answers to questions worked in; empty when no user has spoken.</summary>
    public string Request { get; }

    public string SystemText { get; }

    /// <summary>Answered tool calls since the request.</summary>
    public IReadOnlyList<Exchange> History { get; }

    /// <summary>What the assistant or members of its team said before the request, newest first.</summary>
    public IEnumerable<string> EarlierAnswers => _turns.Take(Math.Max(_last, 0)).Where(IsAnswer).Select(turn => turn.Text).Reverse();

    /// <summary>True for a turn that a person wrote.</summary>
    public static bool IsUser(Turn turn) => turn.Speaker == Speaker.User && IsPerson(turn.Name) && !AnswerLanguages.WroteThis(turn.Text);

    /// <summary>True for an answer in words, of the assistant or of a member of its team.</summary>
    public static bool IsAnswer(Turn turn) =>
        turn.Text.Length > 0 && (turn.Speaker == Speaker.Assistant || (turn.Speaker == Speaker.User && !IsUser(turn)));

    private static bool IsPerson(string? name) =>
        string.IsNullOrEmpty(name) || name.Contains("user", StringComparison.OrdinalIgnoreCase) || name.Contains("human", StringComparison.OrdinalIgnoreCase);

    private static int LastUserTurn(IReadOnlyList<Turn> turns)
    {
        for (var i = turns.Count - 1; i >= 0; i--)
        {
            if (IsUser(turns[i]))
                return i;
        }

        return -1;
    }

    // Results answer calls by id where ids are given, else in the order of the calls.
    private List<Exchange> ReadHistory()
    {
        var open = new List<ToolCall>();
        var history = new List<Exchange>();
        foreach (var turn in _turns.Skip(_last + 1))
        {
            if (turn.Speaker == Speaker.Assistant)
                open.AddRange(turn.Calls);
            if (turn.Speaker != Speaker.Tool || open.Count == 0)
                continue;
            var index = string.IsNullOrEmpty(turn.CallId) ? 0 : open.FindIndex(call => call.Id == turn.CallId);
            index = Math.Max(index, 0);
            history.Add(new Exchange(open[index], new ToolResult(turn.Text)));
            open.RemoveAt(index);
        }

        return history;
    }
}
