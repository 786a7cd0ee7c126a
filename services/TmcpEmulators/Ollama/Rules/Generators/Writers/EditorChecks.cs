using System.Globalization;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Schemas;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>Checks of one text: call to action, length and hashtags of the platform, the brand's own rules.</summary>
internal static class EditorChecks
{
    private const int ShortArticle = 400;

    private static readonly Dictionary<string, (int Length, int Tags)> Limits = new(StringComparer.Ordinal)
    {
        ["twitter"] = (280, 3), ["instagram"] = (2200, 30), ["linkedin"] = (3000, 5), ["facebook"] = (63206, 5),
        ["tiktok"] = (2500, 8), ["youtube"] = (5000, 15), ["email"] = (500, 0), ["blog"] = (int.MaxValue, 0),
    };

    // Words with which a call to action begins, or that lead to one.
    private static readonly string[] Calls =
    [
        "👉", "⬇", "→ ", "http", "link in bio", "subscribe", "sign up", "book a", "start ", "try ", "watch ", "read ", "compare ", "claim", "get the", "learn more", "tell us", "see how",
        "join", "download", "order", "buy ", "contact", "call us", "message us", "đăng ký", "dùng thử", "bắt đầu", "xem ", "đọc ", "so ", "nhận ", "đặt ", "kể cho", "liên hệ", "mua ", "tải ", "nhắn", "thử ", "bấm",
    ];

    public static IEnumerable<EditorFlag> Of(Draft draft, EditedText text)
    {
        var copy = draft.Book.Editor;
        if (text.Call is null && !Calls.Any(call => text.Text.Contains(call, StringComparison.OrdinalIgnoreCase)))
            yield return new EditorFlag("cta_missing", text, copy.NoCall);

        if (Limits.TryGetValue(text.Platform, out var limit))
        {
            var tags = text.Text.Split([' ', '\n']).Count(word => word.Length > 1 && word[0] == '#' && char.IsLetter(word[1]));
            if (text.Length > limit.Length)
                yield return new EditorFlag("platform_tone", text, Format(copy.TooLong, text.Length, text.Platform, limit.Length));
            if (tags > limit.Tags)
                yield return new EditorFlag("platform_tone", text, Format(copy.TooManyTags, tags, text.Platform, limit.Tags));
            if (text.Platform == "blog" && text.Length < ShortArticle)
                yield return new EditorFlag("platform_tone", text, Format(copy.TooShort, text.Length, text.Platform));
        }

        foreach (var word in Forbidden(draft).Where(word => Words(text.Text).Contains(word, StringComparer.Ordinal)).Take(1))
            yield return new EditorFlag("brand_voice", text, Format(copy.Forbidden, word));
        if (text.Target == "master" && ((string?[])[draft.Facts.Find("brand"), draft.Facts.Find("product")]).OfType<string>().ToList() is { Count: > 0 } names
            && !names.Exists(name => text.Text.Contains(name, StringComparison.OrdinalIgnoreCase)))
            yield return new EditorFlag("brand_voice", text, copy.NoBrand);
    }

    // "Use jargon such as omnichannel": the words after "such as", or a rule of one or two words.
    private static IEnumerable<string> Forbidden(Draft draft)
    {
        var brand = FactReader.First(draft.Prompt, "brand", "brands");
        var rules = FactReader.Member(brand, "dos_and_donts");
        foreach (var rule in FactReader.Texts(rules?["donts"] ?? rules?["don'ts"]))
        {
            var at = rule.IndexOf("such as", StringComparison.OrdinalIgnoreCase);
            var words = Words(at < 0 ? rule : rule[(at + 7)..]).ToList();
            if (at >= 0 || words.Count <= 2)
            {
                foreach (var word in words)
                    yield return word;
            }
        }
    }

    private static IEnumerable<string> Words(string text) => Keywords.All(text);

    private static string Format(string template, params object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);
}
