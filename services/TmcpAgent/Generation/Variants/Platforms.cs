namespace Tmcp.Agent.Generation.Variants;

/// <summary>Where texts are published.</summary>
internal static class Platforms
{
    public static IReadOnlyList<Platform> All { get; } =
    [
        new("facebook", 63_206, "A story of one to three short paragraphs, a question at the end, few hashtags, some emoji. The first two lines decide whether it is read."),
        new("instagram", 2_200, "A caption whose first line stops the thumb, line breaks between thoughts, emoji, five to ten hashtags at the end."),
        new("linkedin", 3_000, "Professional and useful: an insight, a number or a lesson, short paragraphs, at most three hashtags, hardly any emoji."),
        new("twitter", 280, "One thought in one or two sentences, at most two hashtags, everything within the limit."),
        new("tiktok", 2_500, "The caption of a short video: a spoken tone, a hook in the first words, trending hashtags, emoji."),
        new("youtube", 5_000, "A video description: the essence in the first two lines, then details and a call to action; search words where they belong."),
        new("blog", null, "An article in Markdown: a title, an introduction, headings, a conclusion with the call to action; fill in seoTitle, seoDescription, seoKeywords."),
        new("email", 500, "A personal message with one aim: a greeting, the benefit, one call to action; the subject goes into seoTitle."),
    ];

    public static Platform? Find(string name) => All.FirstOrDefault(platform => platform.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The platforms of a request, each once.</summary>
    /// <exception cref="Runs.GenerationException">There are names among them that are none.</exception>
    public static IReadOnlyList<Platform> Require(IEnumerable<string> names)
    {
        var asked = names.ToList();
        var unknown = asked.Where(name => Find(name) is null).Distinct().ToList();
        return unknown.Count == 0
            ? [.. asked.Select(name => Find(name)!).Distinct()]
            : throw new Runs.GenerationException($"Invalid platforms: {string.Join(", ", unknown)}. Choose from {string.Join(", ", All.Select(platform => platform.Name))}.", "platforms");
    }
}
