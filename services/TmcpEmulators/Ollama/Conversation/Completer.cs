using TmcpEmulators.Ollama.Rules;

namespace TmcpEmulators.Ollama.Conversation;

/// <summary>Asks the rule model and applies the limits of the request to its answer.</summary>
internal sealed class Completer(RuleModel model, TimeProvider clock)
{
    public Completion Complete(ModelRequest request)
    {
        var started = clock.GetTimestamp();
        var reply = model.Answer(request);
        var pieces = Tokens.Split(CutAtStop(reply.Text, request.Stops)).ToList();
        var cut = request.MaxTokens is { } limit and >= 0 && pieces.Count > limit;
        if (cut)
            pieces.RemoveRange(request.MaxTokens!.Value, pieces.Count - request.MaxTokens.Value);

        return new Completion
        {
            Pieces = pieces,
            Call = reply.Call,
            Cut = cut,
            PromptTokens = request.Turns.Sum(turn => Tokens.Count(turn.Text) + 4), // 4: the chat template's marks around a message
            AnswerTokens = pieces.Count + (reply.Call is { } call ? Tokens.Count(call.Name + call.Arguments.ToJsonString()) : 0),
            ThinkingTime = clock.GetElapsedTime(started),
        };
    }

    private static string CutAtStop(string text, IReadOnlyList<string> stops)
    {
        foreach (var stop in stops.Where(stop => stop.Length > 0))
        {
            var at = text.IndexOf(stop, StringComparison.Ordinal);
            text = at < 0 ? text : text[..at];
        }

        return text;
    }
}
