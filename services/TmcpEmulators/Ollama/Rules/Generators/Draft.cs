using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Answers;
using TmcpEmulators.Ollama.Rules.Generators.Copy;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>What every writer works with: the request, the facts of its records, and the sentences of its language.</summary>
internal sealed class Draft
{
    // 3.0 for a text about nothing in particular, 4.8 when every record is there.
    private const double LowestScore = 3.0;
    private const double HighestScore = 4.8;
    private const double FactsForHighest = 16;

    public Draft(TaskPrompt prompt)
    {
        Prompt = prompt;
        Book = CopyBook.Of(prompt.Language);
        Facts = FactReader.Read(prompt);
        // A repaired answer is another one, for the same request again and again.
        Seed = Generators.Seed.Of([Facts.Find("brand"), Facts.Find("campaign"), prompt.Setting("stage")]) + prompt.Complaints.Count;
    }

    public TaskPrompt Prompt { get; }

    public CopyBook Book { get; }

    public Facts Facts { get; }

    public int Seed { get; }

    public double Score => Math.Round(LowestScore + ((HighestScore - LowestScore) * Math.Min(1, Facts.Richness / FactsForHighest)), 1);

    /// <summary>Who wrote this, for places that are no part of a post.</summary>
    public string Notice => Prompt.IsForeign
        ? $"{Template.Fill(Book.Message.Foreign, Facts.With("language", Prompt.LanguageName))} {AnswerLanguages.Of(Prompt.Language).Notice}"
        : AnswerLanguages.Of(Prompt.Language).Notice;

    public string? Pick(IReadOnlyList<string> templates, Facts? facts = null, int seed = 0) => Template.Pick(templates, facts ?? Facts, Seed + seed);

    /// <summary>The first sentence that has its facts: the lists begin with the best one.</summary>
    public string? Best(IReadOnlyList<string> templates, Facts? facts = null) => Template.Pick(templates, facts ?? Facts, Prompt.Complaints.Count);

    public static JsonArray List(IEnumerable<string?> texts) => [.. texts.OfType<string>().Select(text => JsonValue.Create(text))];
}
