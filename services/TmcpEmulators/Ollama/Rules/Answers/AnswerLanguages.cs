using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Answers;

/// <summary>The sentences by language.</summary>
internal static class AnswerLanguages
{
    public static IAnswers English { get; } = new EnglishAnswers();

    public static IAnswers Vietnamese { get; } = new VietnameseAnswers();

    public static IReadOnlyList<IAnswers> All { get; } = [English, Vietnamese];

    public static IAnswers Of(Language language) => language == Language.Vietnamese ? Vietnamese : English;

    /// <summary>True for a text that the rule model wrote itself.</summary>
    public static bool WroteThis(string text) => All.Any(answers => text.Contains(answers.Notice, StringComparison.Ordinal));
}
