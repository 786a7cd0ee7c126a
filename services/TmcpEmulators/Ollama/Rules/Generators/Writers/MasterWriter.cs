using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>A message for no platform in particular: a short form, a long form, and what belongs to it.</summary>
internal static class MasterWriter
{
    private const int CoreLimit = 280;
    private const int ExtendedLimit = 1000;

    public static JsonObject Write(Draft draft)
    {
        var angle = Psychological(draft);
        var copy = draft.Book.Angle(angle);
        // Two masters of one campaign have different angles: so they begin with different facts, too.
        var facts = draft.Facts.At(Seed.Of(angle, draft.Facts.Find("angle")) + draft.Prompt.Complaints.Count);
        var message = Sentence(facts.Find("message") ?? (angle is null ? Template.PickRich(draft.Book.Message.NoAngle, facts, draft.Seed) : Template.PickRich(copy.Messages, facts, facts.Index)))!;
        // The answers begin with those that say most; one that repeats the message says nothing.
        var answers = Template.Every(draft.Book.Message.Answers, facts).ToList();
        var answer = answers.Take(Math.Max(1, answers.Count - 2)).ElementAt(facts.Index % Math.Max(1, answers.Count - 2));
        var core = Texts(CoreLimit, " ", message, answer, Template.Pick(["{slogan}."], facts, 0));
        var call = CallToAction.Of(draft, facts);
        var extended = Texts(ExtendedLimit, "\n\n", [$"{message} {answer}", .. draft.Book.Message.Extended.Select(options => Template.Pick(options, facts, 0)), $"{call}."]);
        return new JsonObject
        {
            ["core_message"] = core,
            ["extended_message"] = extended,
            ["tone_markers"] = Draft.List(copy.Tones),
            ["suggested_hashtags"] = Draft.List(Hashtags.Of(facts, 5)),
            ["call_to_action"] = call,
            ["key_benefits"] = Draft.List(facts.All("benefit").DefaultIfEmpty(Template.Pick(draft.Book.Strategy.Values, facts, 0)!.TrimEnd('.')).Take(4)),
            ["confidence_score"] = draft.Score,
            ["feedback"] = draft.Notice,
        };
    }

    public static string? Psychological(Draft draft) => FactReader.Text(FactReader.First(draft.Prompt, "angle"), "psychological_angle", "psychologicalAngle");

    // As many of the texts as fit, the first of them in any case.
    private static string Texts(int limit, string between, params IEnumerable<string?> texts)
    {
        var all = "";
        foreach (var text in texts.OfType<string>().Where(text => text.Length > 0 && !all.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            var longer = all.Length == 0 ? text : $"{all}{between}{text}";
            all = longer.Length <= limit ? longer : all.Length == 0 ? TextCut.AtWord(text, limit) : all;
        }

        return all;
    }

    private static string? Sentence(string? text) => text is null || text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') || text.EndsWith('…') ? text : $"{text}.";
}
