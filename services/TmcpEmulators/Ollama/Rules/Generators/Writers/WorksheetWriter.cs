using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Generators.Copy;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>A worksheet as markdown: fit, SWOT, three hooks, first recommendations.</summary>
internal static class WorksheetWriter
{
    private const int MostPairs = 6;
    private const int MostSteps = 5;

    public static string Write(Draft draft)
    {
        var copy = draft.Book.Worksheet;
        var pairs = Pairs(draft);
        var text = new StringBuilder()
            .AppendLine(string.Format(CultureInfo.InvariantCulture, copy.Title, Names(pairs, "brand", copy.UntitledBrand), Names(pairs, "person", copy.UntitledPersona))).AppendLine();
        if (pairs.TrueForAll(facts => facts.Richness == 0))
            text.AppendLine(copy.NoData).AppendLine();

        Section(text, copy.FitHeading);
        foreach (var facts in pairs)
            Bullets(text, Fit(copy, facts));
        Section(text, copy.SwotHeading);
        Swot(text, copy, pairs[0]);
        Section(text, copy.HooksHeading);
        Numbers(text, Hooks(draft, pairs[0]));
        Section(text, copy.StepsHeading);
        Numbers(text, Template.Every(copy.Steps, pairs[0]).Take(MostSteps));
        return text.Append(draft.Notice).ToString().ReplaceLineEndings("\n");
    }

    // Every brand with every persona; a lonely one alone.
    private static List<Facts> Pairs(Draft draft)
    {
        var none = new Facts(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        var pairs = from brand in Records(draft.Prompt, "brands", "brand")
                    from persona in Records(draft.Prompt, "personas", "persona")
                    select FactReader.Persona(FactReader.Brand(none, brand), persona);
        return [.. pairs.Take(MostPairs).Select((facts, index) => facts.At(index + draft.Prompt.Complaints.Count))];
    }

    private static IEnumerable<JsonObject?> Records(TaskPrompt prompt, params string[] blocks)
    {
        var found = blocks.Select(block => prompt.Blocks.GetValueOrDefault(block)).FirstOrDefault(node => node is JsonArray { Count: > 0 } or JsonObject);
        IEnumerable<JsonObject?> one = [found as JsonObject];
        return found is JsonArray list ? list.OfType<JsonObject>() : one;
    }

    private static string Names(List<Facts> pairs, string fact, string otherwise) =>
        string.Join(", ", pairs.Select(facts => facts.Find(fact)).OfType<string>().Distinct(StringComparer.Ordinal).DefaultIfEmpty(otherwise));

    // Of two sentences on the same matter the richer one: they stand in pairs.
    private static IEnumerable<string> Fit(WorksheetCopy copy, Facts facts)
    {
        string?[] lines =
        [
            Template.Pick(copy.Fit[..2], facts, 0), Template.Pick(copy.Fit[2..4], facts, 0), .. Template.Every(copy.Fit[4..], facts),
        ];
        return lines.OfType<string>();
    }

    private static void Swot(StringBuilder text, WorksheetCopy copy, Facts facts)
    {
        var gaps = copy.Gaps.Where(gap => facts.Find(gap.Fact) is null).Select(gap => gap.Text).Take(4).DefaultIfEmpty(copy.NoGaps);
        IEnumerable<string>[] parts = [Template.Every(copy.Strengths, facts).Take(3), gaps, Template.Every(copy.Opportunities, facts).Take(3), Template.Every(copy.Threats, facts).Take(3)];
        for (var i = 0; i < parts.Length; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"### {copy.SwotNames[i]}").AppendLine();
            Bullets(text, parts[i]);
        }
    }

    // One hook each of three different angles.
    private static IEnumerable<string> Hooks(Draft draft, Facts facts) => CopyBook.AngleNames
        .Skip(draft.Prompt.Complaints.Count % 3)
        .Select((name, index) => (Name: name, Text: Template.Pick(draft.Book.Angle(name).Hooks, facts.At(facts.Index + index), 0)))
        .Take(3)
        .Select(hook => $"{hook.Text} *({hook.Name})*");

    private static void Section(StringBuilder text, string heading) => text.AppendLine(CultureInfo.InvariantCulture, $"## {heading}").AppendLine();

    private static void Bullets(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
        text.AppendLine();
    }

    private static void Numbers(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
            text.AppendLine(CultureInfo.InvariantCulture, $"{index + 1}. {line}");
        text.AppendLine();
    }
}
