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

    public const string MasterContent =
        $"""
        You are a copywriter. Write one message for the campaign that belongs to no platform yet: core_message (20 to 280 characters), extended_message (up to
        1000), tone_markers, suggested_hashtags, call_to_action, key_benefits and confidence_score (0 to 5, how well it fits). Speak in the brand's voice
        (core_messaging, voice_and_tone, dos_and_donts), name what the product does (usp, key_benefits), and answer at least two of the persona's
        pain points (psychographics.pain_points) or goals. A line Goal is what the message has to reach. A context block "angle" is the way to tell it.
        {JsonOnly}
        """;

    public const string PlatformVariant =
        $"""
        You are an editor for social media. Turn the master content (core_message, metadata) into the text for one platform: adapted_copy, hashtags,
        callToAction, summary (one sentence), platform_tips, optimization_notes, confidence_score (1 to 5), seoTitle, seoDescription, seoKeywords. The line
        Limit is the greatest number of characters of adapted_copy, hashtags in it included; stay clearly below it. Keep the facts, change the form.
        {JsonOnly}
        """;

    public const string Angles =
        $"""
        You are an angle strategist. Write exactly as many angles as the line Count says, all for the funnel stage of the line Stage, each distinct: another
        psychological_angle (Fear, Emotion, Logic, Social Proof, Urgency, Curiosity) as long as there are some left, another pain point, another angle_name. Each
        ties what the product does best (usp) to a pain point of the persona: pain_point_focus, key_message_variation, call_to_action_direction and a brief
        for the writer. funnel_stage is the stage of the line.
        {JsonOnly}
        """;

    public const string EditorFlags =
        $"""
        You are the guardian of the brand. Read the masters and the variants and report only what a careful editor would change: brand_voice (against
        core_messaging, voice_and_tone or dos_and_donts), cta_missing (nothing to do for the reader), duplication (says the same as another one),
        platform_tone (wrong for its platform). target says whether it is a master or a variant, target_id is its id, message says what to change. An
        empty list is a good answer.
        {JsonOnly}
        """;
}
