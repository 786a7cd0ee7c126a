using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>English sentences of strategies, worksheets and the editor.</summary>
internal static class EnglishPlans
{
    public static StrategyCopy Strategy { get; } = new()
    {
        Names = new Dictionary<string, string[]>
        {
            ["awareness"] = ["Meet {subject}", "The first look"],
            ["conversion"] = ["{subject}: start now", "The first step"],
            ["retargeting"] = ["Back to {subject}", "Once more, with reason"],
            ["newsletter"] = ["Letters from {brand}", "Letters from the shop"],
            ["social_series"] = ["{subject} in five stories", "Five stories"],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Acquisition = new Dictionary<string, string[]>
        {
            ["awareness"] = ["Reach people like {person} where they are already: short stories about “{pain:lower}” on Facebook, Instagram and TikTok, each with one answer of {subject}.", "Short stories about {keyword:lower} on Facebook, Instagram and TikTok, each with one answer of {subject}.", "Short stories on social platforms, one answer each."],
            ["conversion"] = ["Bring people who compare to one page: {offer:lower}. Search, reviews and e-mail lead there; every step asks for one thing.", "Bring people who compare to one page about {subject}. Search, reviews and e-mail lead there; every step asks for one thing."],
            ["retargeting"] = ["Remind people who have seen {subject} of the reason why they came: {goal:lower}. Three messages in ten days, then silence.", "Remind people who have seen {subject} of why they came. Three messages in ten days, then silence."],
            ["newsletter"] = ["A letter every second week: one tip on {keyword:lower}, one story of a customer, one offer. Sign-up on every page.", "A letter every second week: one tip, one story of a customer, one offer."],
            ["social_series"] = ["Five connected posts in five days about {pillar:lower}; the last one asks for an answer and the best answers become the next series.", "Five connected posts in five days; the last one asks for an answer, and the best answers become the next series."],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Measures = ["What counts: {aim:lower}."],
        Positioning =
        [
            "{subject} is for people who want one thing: {goal:lower}. Where others live with “{pain:lower}”, it brings {benefit:lower}.",
            "{subject} is for people who want one thing: {goal:lower}.",
            "{brand} is the one that stands for {keyword:lower}.",
            "The simple choice among complicated ones.",
        ],
        Values = ["{benefit}: {usp:lower}.", "{benefit}, {benefit+1:lower}.", "{benefit}.", "{mission}.", "{keyword} without the effort.", "Less effort, more result."],
        Tones = ["{voice}.", "Friendly and concrete: short sentences about {keyword:lower}, examples before adjectives.", "Friendly and concrete, examples before adjectives."],
    };

    public static WorksheetCopy Worksheet { get; } = new()
    {
        Title = "# {0} for {1}",
        UntitledBrand = "A brand",
        UntitledPersona = "its customers",
        NoData = "No brand and no persona came with the request, so this is a frame to fill: choose at least one of each and ask again.",
        FitHeading = "Brand and persona: how they fit",
        Fit =
        [
            "**{persona}** wants “{goal:lower}”. **{brand}** answers with {keyword:lower}: {slogan:lower}.",
            "**{persona}** wants “{goal:lower}”, and **{brand}** can answer it.",
            "What hurts is “{pain:lower}”. The brand's promise that meets it: {mission:lower}.",
            "What hurts is “{pain:lower}”.",
            "Shared ground for first conversations: {pillar:lower} and {interest:lower}.",
            "Speak to {person} as somebody whose work is this: {occupation:lower}, {location}.",
        ],
        SwotHeading = "SWOT",
        SwotNames = ["Strengths", "Weaknesses", "Opportunities", "Threats"],
        Strengths = ["A clear promise: {slogan}", "Words that people remember: {keyword:lower}, {keyword+1:lower}", "Subjects of its own: {pillar:lower}, {pillar+1:lower}", "A name to start with: {brand}"],
        Opportunities = ["{goal}: nobody has to be convinced of it", "{goal+1}: the second reason to come", "{location}: a place where people know each other", "A first campaign can be small and still be seen"],
        Threats = ["Habit: people have learned to live with “{pain:lower}”", "“{pain+1}” is answered by free tools, badly but at once", "Larger competitors can copy an offer, not a tone"],
        Gaps =
        [
            ("slogan", "The brand has no slogan yet"), ("mission", "The brand has no mission statement yet"), ("keyword", "The brand has no keywords yet"),
            ("pillar", "No content pillars are written down"), ("voice", "Voice and tone are not written down"), ("goal", "The persona has no goals yet"),
            ("pain", "The persona has no pain points yet"), ("occupation", "Nothing is known about the persona's work"),
        ],
        NoGaps = "The records are complete; what is missing is proof: figures and voices of customers",
        HooksHeading = "Three hooks",
        StepsHeading = "First recommendations",
        Steps =
        [
            "Begin with one campaign about “{pain:lower}” and measure one number.",
            "Tell three stories of people like {person}; let them say “{goal:lower}” in their own words.",
            "Use {keyword:lower} and {keyword+1:lower} in every headline for four weeks, and nothing else.",
            "Make {pillar:lower} a weekly format, always on the same day.",
            "Write the answers to the five questions that customers really ask, one a week.",
            "Decide before the start what would make you stop.",
        ],
    };

    public static EditorCopy Editor { get; } = new()
    {
        NoCall = "There is no call to action: say in one short line what the reader should do next.",
        Duplicate = "It says nearly the same as {0}: change the angle or drop one of them.",
        TooLong = "It has {0} characters; {1} takes {2}.",
        TooManyTags = "It has {0} hashtags; {1} reads better with at most {2}.",
        TooShort = "An article of {0} characters is a teaser: {1} needs sections and examples.",
        Forbidden = "It uses “{0}”, which the brand's rules exclude.",
        NoBrand = "Neither the brand nor the product is named: a reader does not learn who is speaking.",
    };
}
