using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Intents;
using TmcpEmulators.Ollama.Rules.Planning;
using TmcpEmulators.Ollama.Rules.Schemas;
using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules;

/// <summary>Talk without TMCP's tools: a greeting is returned, anything else is told back with what it is about.</summary>
internal static class PlainChat
{
    private const int MostKeywords = 6;

    public static ModelReply Answer(string request, IReadOnlyList<Exchange> history)
    {
        var intent = IntentReader.Read(request);
        var answers = AnswerLanguages.Of(intent.Language);
        var text = history.Count > 0
            ? string.Join('\n', history.Select(exchange => $"{exchange.Call.Name}: {RecordText.Cut(exchange.Result.Text, 500)}"))
            : intent.Action == RequestAction.Help
                ? answers.Help
                : answers.PlainAnswer(RecordText.Cut(request, 160), Keywords.Of(request, MostKeywords));
        return ModelReply.Say($"{text}\n\n{answers.Notice}");
    }
}
