using TmcpEmulators.Ollama.Rules.Values;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Hashtags from names and keywords: <c>Kệ Xanh</c> is <c>#KeXanh</c>.</summary>
internal static class Hashtags
{
    private const int Longest = 30;

    public static IEnumerable<string> Of(Facts facts, int most) => ((string?[])[facts.Find("brand"), facts.Find("product"), .. facts.All("keyword"), .. facts.All("pillar"), facts.Find("campaign")])
        .OfType<string>()
        .Select(One)
        .Where(tag => tag.Length is > 2 and <= Longest)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Take(most);

    private static string One(string text) =>
        "#" + string.Concat(Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
