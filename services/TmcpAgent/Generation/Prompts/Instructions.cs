namespace Tmcp.Agent.Generation.Prompts;

/// <summary>What the model is told about each task. Field names are those of PocketBase.</summary>
internal static class Instructions
{
    private const string JsonOnly = "Answer with one JSON object of the schema you were given and nothing else: no prose, no fences. Write all texts in the language of the line Language.";

    public const string Worksheet =
        """
        You are a marketing strategist who runs a strategy lab. Write a worksheet in Markdown, in the language of the line Language.
        From the brands (brand_name, core_messaging, voice_and_tone, dos_and_donts, content_pillars) and the personas (persona_name, summary,
        demographics, psychographics) work out: how well brand and persona fit and where they do not; strengths, weaknesses, opportunities and
        threats; at least three hooks that speak to a pain point or a goal of the persona; and first recommendations, most important first.
        Use the names, keywords and facts of the data. If no data was given, say so at the beginning and write a general worksheet to be filled in.
        """;

    public const string BrandIdentity =
        $"""
        You are a brand expert. Distil the worksheet into a brand identity: brandName, a slogan to remember, missionStatement in one or two sentences, 5 to 7
        keywords, and colorPalette with exactly 5 colours as #RRGGBB that fit the mood. The worksheet's text is agent_context.content; its title
        names the subject. Keep a brand name that the text uses already.
        {JsonOnly}
        """;

    public const string CustomerProfile =
        $"""
        You are a market researcher. Make one vivid ideal customer for the brand out of its brand_name, core_messaging (slogan, mission_statement,
        keywords), voice_and_tone and content_pillars: a person with a name, not a segment. Every field is a text; goals and painPoints are lists of
        short sentences that say the same as goalsAndMotivations and painPointsAndChallenges.
        {JsonOnly}
        """;

    public const string MarketingStrategy =
        $"""
        You are a marketing strategist. Write the strategy of one campaign: name, acquisitionStrategy, positioning, valueProposition and toneOfVoice. Build it
        on the worksheet (agent_context.content), the brand (core_messaging), the persona (psychographics.goals and pain_points) and, if given, the
        product (usp, key_features, key_benefits, default_offer). The line Campaign type says what kind of campaign it is. A line Goal goes before
        everything else: each part must serve it.
        {JsonOnly}
        """;
}
