using TmcpEmulators.Ollama.Rules.Schemas;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Words of a worksheet that a brand could stand for.</summary>
internal static class BrandKeywords
{
    private const int Most = 12;
    private const int ShortestWord = 4;

    // What every worksheet says, whatever it is about.
    private static readonly HashSet<string> Frame = [.. (
        "brand brands persona personas worksheet swot strength strengths weakness weaknesses opportunity opportunities threat threats hook hooks first recommendation " +
        "recommendations launch fit they them week year people person customer customers campaign emulator model language answered three back give gives takes loses needed wants " +
        "thương hiệu khách chân dung điểm mạnh yếu hội thách thức khuyến nghị đầu tiên câu chuyện chiến dịch giả lập hình trả lời trình muốn người").Split(' ')];

    public static IEnumerable<string> In(string text)
    {
        var words = Keywords.All(text).Where(word => !Frame.Contains(word) && !IsName(text, word)).ToList();
        return LanguageGuess.Guess(new Utterance(text)) == Language.Vietnamese ? Pairs(words) : Ranked(words.Where(word => word.Length >= ShortestWord)).Take(Most);
    }

    // A Vietnamese word has two syllables, mostly.
    private static IEnumerable<string> Pairs(List<string> syllables) => Ranked(syllables.Zip(syllables.Skip(1), (first, second) => $"{first} {second}")).Take(Most);

    private static IEnumerable<string> Ranked(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key);

    // "Linh" never stands there in lower case.
    private static bool IsName(string text, string word) => !text.Contains(word, StringComparison.Ordinal);
}
