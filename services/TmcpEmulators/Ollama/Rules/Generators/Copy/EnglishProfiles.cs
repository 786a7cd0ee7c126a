namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>English sentences of brands and customers.</summary>
internal static class EnglishProfiles
{
    public static ProfileCopy Profile { get; } = new()
    {
        Slogans = ["{keyword}, made simple", "More {keyword:lower}, less worry", "{brand}: {keyword:lower} that keeps its word", "{brand} keeps it simple"],
        Missions =
        [
            "{brand} makes {keyword:lower} and {keyword+1:lower} simple for people who have better things to do.",
            "Give everybody the {keyword:lower} that only the big ones could afford.",
            "Help people to do good work with less effort.",
        ],
        Keywords = ["simple", "reliable", "local", "honest", "helpful", "clear", "friendly"],
        People =
        [
            new("Maya Turner", "34", "Female", "Bristol", "Owner of a small shop", "2,900 GBP a month"),
            new("Daniel Okafor", "41", "Male", "Manchester", "Operations manager", "3,800 GBP a month"),
            new("Sofia Reyes", "29", "Female", "Austin", "Marketing lead in a team of three", "5,200 USD a month"),
            new("Tom Lindqvist", "46", "Male", "Gothenburg", "Founder of a family business", "4,600 EUR a month"),
            new("Priya Nair", "38", "Female", "Singapore", "Head of a service team", "7,100 SGD a month"),
        ],
        Summaries =
        [
            "{person}, {age}, {occupation:lower} in {location}. Comes to {brand} for “{keyword:lower}” and stays for “{keyword+1:lower}”. Decides alone, reads reviews first and tries things in the evening.",
            "{person}, {age}, {occupation:lower} in {location}. Wants to get things done without becoming an expert, and tells friends about {brand} when it works.",
        ],
        Values = ["Honesty, {keyword:lower}, time for the family", "Independence and {keyword:lower}", "Honesty, independence, time for the family"],
        Interests = ["{pillar}, {pillar+1:lower}, cooking at weekends", "Local news, {keyword:lower}, cooking at weekends", "Local news, cooking at weekends"],
        Personalities = ["Careful with money, quick to decide once convinced", "Friendly, practical, a little impatient"],
        Goals =
        [
            "“{keyword}” without extra work", "“{keyword+1}” to rely on, without checking twice", "Find a partner like {brand} who answers within a day", "Have the evening free",
        ],
        Motivations = ["A promise that is kept: {slogan:lower}", "Wants to show that a small team can do it too"],
        Pains =
        [
            "Too many tools, and none that stands for “{keyword:lower}”", "Promises of “{keyword+1:lower}” that nobody kept", "No time to compare offers", "Has to explain the same thing again and again",
        ],
        Frustrations = ["Long sales talks for one simple question about “{keyword:lower}”", "Prices that appear only at the end"],
    };
}
