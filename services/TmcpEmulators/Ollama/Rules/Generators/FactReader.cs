using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Schemas;
using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Finds the facts in the records of a prompt, in the fields that hold them.</summary>
internal static class FactReader
{
    private const int LongestFact = 300;
    private const int MostValues = 12;

    public static Facts Read(TaskPrompt prompt)
    {
        var facts = new Facts(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        facts = Brand(facts, First(prompt, "brand", "brands"));
        facts = Persona(facts, First(prompt, "persona", "personas"));
        facts = Product(facts, First(prompt, "product"));
        facts = Campaign(facts, First(prompt, "campaign"));
        facts = Angle(facts, First(prompt, "angle"));
        facts = facts.With("aim", prompt.Setting("goal") ?? facts.Find("aim"));
        return facts.With("subject", facts.Find("product") ?? facts.Find("brand") ?? facts.Find("campaign"));
    }

    /// <summary>The record of the first block that is there; of a list its first.</summary>
    public static JsonObject? First(TaskPrompt prompt, params ReadOnlySpan<string> blocks)
    {
        foreach (var block in blocks)
        {
            if (prompt.Blocks.GetValueOrDefault(block) is { } node && ((node as JsonArray)?.FirstOrDefault() ?? node) is JsonObject record)
                return record;
        }

        return null;
    }

    public static Facts Brand(Facts facts, JsonObject? brand)
    {
        var core = Member(brand, "core_messaging");
        return facts
            .With("brand", Text(brand, "brand_name", "brandName", "name"))
            .With("slogan", Text(core, "slogan") ?? Text(brand, "slogan"))
            .With("mission", Text(core, "mission_statement", "missionStatement") ?? Text(brand, "missionStatement"))
            .With("keyword", Texts(core?["keywords"] ?? brand?["keywords"]))
            .With("pillar", Texts(brand?["content_pillars"]))
            .With("voice", Text(brand, "voice_and_tone"));
    }

    public static Facts Persona(Facts facts, JsonObject? persona)
    {
        var psychographics = Member(persona, "psychographics");
        var demographics = Member(persona, "demographics");
        var name = Text(persona, "persona_name", "personaName");
        return facts
            .With("persona", name)
            .With("person", name?.Split(',', '–', '(')[0].Trim())
            .With("occupation", Text(demographics, "occupation"))
            .With("location", Text(demographics, "location"))
            .With("goal", Texts(psychographics?["goals"] ?? persona?["goals"]))
            .With("pain", Texts(psychographics?["pain_points"] ?? psychographics?["painPoints"] ?? persona?["painPoints"]))
            .With("interest", Texts(psychographics?["interests"]));
    }

    private static Facts Product(Facts facts, JsonObject? product) => facts
        .With("product", Text(product, "name"))
        .With("usp", Text(product, "usp"))
        .With("about", Text(product, "description"))
        .With("feature", Texts(product?["key_features"]))
        .With("benefit", Texts(product?["key_benefits"]))
        .With("offer", Text(product, "default_offer"));

    private static Facts Campaign(Facts facts, JsonObject? campaign)
    {
        var strategy = Member(Member(campaign, "kpi_targets"), "strategy");
        return facts
            .With("campaign", Text(campaign, "name"))
            .With("aim", Text(strategy, "goal"))
            .With("positioning", Text(strategy, "positioning"))
            .With("value", Text(strategy, "valueProposition"))
            .With("tone", Text(strategy, "toneOfVoice"));
    }

    private static Facts Angle(Facts facts, JsonObject? angle) => facts
        .With("angle", Text(angle, "angle_name", "angleName"))
        .With("message", Text(angle, "key_message_variation", "keyMessageVariation"))
        .With("direction", Text(angle, "call_to_action_direction", "callToActionDirection"))
        .With("pain", (IEnumerable<string?>)[Text(angle, "pain_point_focus", "painPointFocus"), .. facts.All("pain")]);

    /// <summary>A member that is an object, also when it is stored as text.</summary>
    public static JsonObject? Member(JsonObject? record, string name) => record?[name] switch
    {
        JsonObject member => member,
        JsonValue value when JsonText.StringOrNull(value) is ['{', ..] text => JsonText.TryParse(text) as JsonObject,
        _ => null,
    };

    /// <summary>The first of the members that has a text, in plain words without a full stop at its end.</summary>
    public static string? Text(JsonObject? record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (JsonText.StringOrNull(record?[name]) is { } text && Clean(text) is { Length: > 0 } clean)
                return clean;
        }

        return null;
    }

    /// <summary>A list of texts, however it is written: a list, an object's values, or one text.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => (node switch
    {
        JsonArray list => list.Select(Wanted.Text).OfType<string>(),
        JsonObject members => members.Select(member => Wanted.Text(member.Value)).OfType<string>(),
        _ => JsonText.StringOrNull(node)?.Split([',', ';', '\n'], StringSplitOptions.TrimEntries) ?? [],
    }).Select(Clean).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostValues);

    private static string Clean(string text) => TextCut.AtWord(PlainText.Of(text), LongestFact).TrimEnd('.', ' ');
}
