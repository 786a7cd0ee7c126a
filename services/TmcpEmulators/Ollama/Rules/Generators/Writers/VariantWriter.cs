using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Generators.Copy;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>A master message in the form, the length and the manner of one platform.</summary>
internal static class VariantWriter
{
    private const int NoLimit = 100_000;
    private const int TitleLength = 70;
    private const int DescriptionLength = 155;

    public static JsonObject Write(Draft draft)
    {
        var platform = draft.Prompt.Setting("platform")?.ToLowerInvariant() ?? "facebook";
        var copy = draft.Book.Platform(platform);
        var master = FactReader.First(draft.Prompt, "master");
        var facts = WithMessage(draft, master);
        var tags = Hashtags.Of(facts, Math.Max(copy.Tags, 3)).ToList();
        var text = Build(copy, facts, tags, draft.Prompt.Limit(NoLimit));
        var title = TextCut.AtWord(facts.Find("title")!, TitleLength);
        var description = TextCut.AtWord(facts.Find("core")!, DescriptionLength);
        var tone = string.Join(", ", draft.Book.Angle(MasterWriter.Psychological(draft)).Tones);
        return new JsonObject
        {
            ["adapted_copy"] = text,
            ["hashtags"] = Draft.List(tags),
            ["call_to_action"] = facts.Find("cta"),
            ["summary"] = TextCut.AtWord(facts.Find("core1")!, 120),
            ["character_count"] = text.Length,
            ["platform_tips"] = copy.Tip,
            ["confidence_score"] = draft.Score,
            ["optimization_notes"] = $"{Template.Pick(draft.Book.Message.Notes, facts.With("tone", tone), 0)} {draft.Notice}",
            ["seo_title"] = title,
            ["seo_description"] = description,
            ["seo_keywords"] = Draft.List([.. facts.All("keyword").Take(5), .. facts.All("product").Take(1)]),
            ["ai_prompt_used"] = $"Task: {draft.Prompt.Name}; Platform: {platform}",
        };
    }

    private static Facts WithMessage(Draft draft, JsonObject? master)
    {
        var metadata = FactReader.Member(master, "metadata") ?? master;
        var lines = PlainText.Lines(JsonText.StringOrNull(master?["core_message"]) ?? JsonText.StringOrNull(master?["coreMessage"]) ?? "");
        var core = lines.Count > 0 ? string.Join(' ', lines) : Template.PickRich(draft.Book.Message.NoAngle, draft.Facts, draft.Seed)!;
        // Variants of one master for eight platforms open with different facts.
        var facts = draft.Facts.At(Seed.Of(draft.Prompt.Setting("platform")) + draft.Prompt.Complaints.Count);
        var first = FirstSentence(core);
        var copy = draft.Book.Angle(MasterWriter.Psychological(draft));
        return facts
            .With("core", core)
            .With("core1", first)
            .With("rest", core[first.Length..].Trim())
            .With("title", facts.Find("angle") ?? first.TrimEnd('.'))
            .With("hook", Template.Pick(copy.Hooks, facts, facts.Index))
            .With("cta", (FactReader.Text(metadata, "call_to_action", "callToAction") ?? CallToAction.Of(draft, facts)).TrimEnd('.'));
    }

    private static string FirstSentence(string text)
    {
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && text[i + 1] == ' ')
                return text[..(i + 1)];
        }

        return text;
    }

    // All paragraphs; when that is too long, without those that matter least; when one is left, cut at a word.
    private static string Build(PlatformCopy copy, Facts facts, List<string> tags, int limit)
    {
        var parts = copy.Blocks
            .Select(block => (block.Rank, Text: Template.Pick(block.Templates, facts, 0)))
            .Where(part => part.Text is { Length: > 0 })
            .ToList();
        if (copy.Tags > 0 && tags.Count > 0)
            parts.Add((2, string.Join(' ', tags.Take(copy.Tags))));
        while (parts.Count > 1 && Join(parts).Length > limit)
            parts.RemoveAt(parts.FindLastIndex(part => part.Rank == parts.Max(other => other.Rank)));
        return TextCut.AtWord(Join(parts), limit);
    }

    private static string Join(IEnumerable<(int Rank, string? Text)> parts) => string.Join("\n\n", parts.Select(part => part.Text));
}
