using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Schemas;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>How a campaign of a given type reaches a persona with a brand and a product.</summary>
internal static class StrategyWriter
{
    public static JsonObject Write(Draft draft)
    {
        var copy = draft.Book.Strategy;
        var type = draft.Prompt.Setting("campaign type") is { } asked && copy.Names.ContainsKey(PromptFacts.Key(asked) == "socialseries" ? "social_series" : asked.ToLowerInvariant())
            ? PromptFacts.Key(asked) == "socialseries" ? "social_series" : asked.ToLowerInvariant()
            : "awareness";
        return new JsonObject
        {
            ["name"] = draft.Best(copy.Names[type]),
            ["acquisition_strategy"] = string.Join(' ', ((string?[])[draft.Best(copy.Acquisition[type]), Template.Pick(copy.Measures, draft.Facts, 0)]).OfType<string>()),
            ["positioning"] = draft.Best(copy.Positioning),
            ["value_proposition"] = draft.Best(copy.Values),
            ["tone_of_voice"] = draft.Best(copy.Tones),
            ["goal"] = draft.Facts.Find("aim"),
        };
    }
}
