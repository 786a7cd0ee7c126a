using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>A brand out of a worksheet.</summary>
internal static class BrandWriter
{
    private const int LongestName = 60;
    private const int FewestKeywords = 5;
    private const int MostKeywords = 7;

    private static readonly string[][] Palettes =
    [
        ["#1F7A5C", "#16352A", "#F2B84B", "#F7F5EF", "#D9534F"],
        ["#22577A", "#38A3A5", "#57CC99", "#C7F9CC", "#0B2545"],
        ["#8D3B72", "#F2A65A", "#FFF4E6", "#2E2A3B", "#5BA199"],
        ["#B23A48", "#461220", "#FCB9B2", "#FED0BB", "#2F4858"],
        ["#3A5A40", "#588157", "#A3B18A", "#DAD7CD", "#BC6C25"],
        ["#2B2D42", "#8D99AE", "#EDF2F4", "#EF233C", "#FFB703"],
        ["#5F0F40", "#9A031E", "#FB8B24", "#E36414", "#0F4C5C"],
        ["#264653", "#2A9D8F", "#E9C46A", "#F4A261", "#E76F51"],
    ];

    public static JsonObject Write(Draft draft)
    {
        var worksheet = FactReader.First(draft.Prompt, "worksheet");
        var title = FactReader.Text(worksheet, "title") ?? "";
        var content = string.Join('\n', PlainText.Lines(JsonText.StringOrNull(FactReader.Member(worksheet, "agent_context")?["content"]) ?? JsonText.StringOrNull(worksheet?["content"]) ?? ""));
        var name = draft.Facts.Find("brand") ?? BrandName.In(title, content) ?? draft.Book.Worksheet.UntitledBrand;
        var keywords = draft.Facts.All("keyword")
            .Concat(BrandKeywords.In($"{title}\n{content}").Where(word => !name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostKeywords)
            .ToList();
        keywords.AddRange(draft.Book.Profile.Keywords.Except(keywords, StringComparer.OrdinalIgnoreCase).Take(Math.Max(0, FewestKeywords - keywords.Count)));

        var facts = draft.Facts.With("brand", TextCut.AtWord(name, LongestName)).With("keyword", keywords);
        var seed = Seed.Of(name) + draft.Prompt.Complaints.Count;
        return new JsonObject
        {
            ["brand_name"] = facts.Find("brand"),
            ["slogan"] = facts.Find("slogan") ?? Capital(Template.Pick(draft.Book.Profile.Slogans, facts, seed)!),
            ["mission_statement"] = facts.Find("mission") ?? Template.Pick(draft.Book.Profile.Missions, facts, seed),
            ["keywords"] = Draft.List(keywords),
            ["color_palette"] = Draft.List(Palettes[seed % Palettes.Length]),
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
