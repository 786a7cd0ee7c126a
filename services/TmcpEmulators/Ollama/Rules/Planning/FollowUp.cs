using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>
/// Works an answer to our question into the request that it belongs to: after "create a campaign" and "What should it be called?",
/// the message <c>Summer Sale</c> reads as <c>create a campaign named "Summer Sale"</c>.
/// </summary>
internal static class FollowUp
{
    // What is merged is at most the last few messages of a person.
    private const int MaxTurns = 30;

    public static string Merge(IEnumerable<Turn> turns)
    {
        var request = "";
        string? question = null;
        foreach (var turn in turns.TakeLast(MaxTurns))
        {
            if (!RequestThread.IsUser(turn))
            {
                question = turn.Text;
                continue;
            }

            var text = DataBlocks.Unwrap(turn.Text);
            request = question is not null && request.Length > 0 && Answer(question, text) is { } addition && !IsRequest(text)
                ? $"{request}{addition}"
                : text;
            question = null;
        }

        return request;
    }

    // A message with a verb and a noun is a new request, whatever was asked before.
    private static bool IsRequest(string text)
    {
        var intent = IntentReader.Read(text);
        return intent.Action != RequestAction.Unknown && intent.Word is not null;
    }

    private static string? Answer(string question, string text)
    {
        var value = text.Replace("\"", "", StringComparison.Ordinal).Trim().TrimEnd('.');
        foreach (var ask in AnswerLanguages.All.Select(answers => answers.Ask))
        {
            var vietnamese = ask == AnswerLanguages.Vietnamese.Ask;
            if (Has(question, ask.NameMark) || Has(question, ask.WhichRecordMark))
                return vietnamese ? $" tên là \"{value}\"" : $" named \"{value}\"";
            if (Has(question, ask.WhichMark))
                return RecordIds.IsId(value) ? $" (id {value})" : vietnamese ? $" tên là \"{value}\"" : $" named \"{value}\"";
            if (Has(question, ask.WorkspaceMark))
                return vietnamese ? $" trong không gian làm việc \"{value}\"" : $" in workspace \"{value}\"";
            if (Has(question, ask.ParentMark))
                return $" {(vietnamese ? "cho" : "for")} {Quoted(question, ask.ParentMark)} \"{value}\"";
            if (Has(question, ask.FieldMark))
                return $", {Quoted(question, ask.FieldMark)} \"{value}\"";
            if (Has(question, ask.ChangesMark))
                return $", {text}";
            if (Has(question, ask.Kind))
                return $" {text}";
        }

        return null;
    }

    private static bool Has(string question, string mark) => question.Contains(mark, StringComparison.Ordinal);

    // The word in quotes after the mark: the field, or the kind of record.
    private static string Quoted(string question, string mark)
    {
        var start = question.LastIndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var open = question.IndexOf('"', start);
        var close = open < 0 ? -1 : question.IndexOf('"', open + 1);
        return close < 0 ? "" : question[(open + 1)..close];
    }
}
