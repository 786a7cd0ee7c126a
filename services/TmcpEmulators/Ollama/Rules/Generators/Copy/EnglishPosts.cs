using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>English posts, platform by platform.</summary>
internal static class EnglishPosts
{
    public static FrozenDictionary<string, PlatformCopy> Platforms { get; } = new Dictionary<string, PlatformCopy>
    {
        ["twitter"] = new(
            [new(0, "{core1}"), new(3, "{benefit}. {feature}.", "{slogan}."), new(1, "👉 {cta}")],
            2, "One thought a post; the link goes into the first reply."),
        ["facebook"] = new(
            [
                new(0, "{core1}"),
                new(4, "{person} knows it well: {pain:lower}. Perhaps you do, too.", "“{pain}”: perhaps you know it, too."),
                new(1, "{rest}"),
                new(3, "✅ {feature}\n✅ {feature+1}\n✅ {benefit}", "✅ {feature}\n✅ {benefit}", "✅ {benefit}"),
                new(2, "🎁 {offer}."),
                new(0, "👉 {cta}"),
                new(5, "How is it where you are? Tell us in the comments."),
            ],
            3, "Evenings between 19:00 and 21:00, with one picture; answer the first comments within the hour."),
        ["instagram"] = new(
            [
                new(0, "{core1} ✨"),
                new(1, "{rest}"),
                new(2, "🌿 {benefit}\n📱 {feature}\n💬 {goal}", "🌿 {benefit}\n📱 {feature}", "🌿 {benefit}"),
                new(4, "💾 Save this for your next planning day."),
                new(0, "👉 {cta} – link in bio."),
            ],
            8, "A square picture or a carousel; the first line has to stand alone."),
        ["linkedin"] = new(
            [
                new(0, "{core1}"),
                new(3, "Behind it is a pattern that many teams know: {pain:lower}. It rarely has one big cause. It has three small ones."),
                new(1, "{rest}"),
                new(2, "What works:\n• {feature}\n• {feature+1}\n• {benefit}", "What works:\n• {feature}\n• {benefit}", "What works: {benefit:lower}."),
                new(4, "{positioning}."),
                new(0, "{cta}."),
                new(5, "What is your experience?"),
            ],
            3, "Tuesday to Thursday in the morning; no link in the text itself."),
        ["tiktok"] = new(
            [
                new(1, "POV: {pain:lower} 😅", "POV: it finally works 😌"),
                new(0, "{core1}"),
                new(3, "0–3 s: {hook}\n3–10 s: {feature}\n10–20 s: {benefit}", "0–3 s: {hook}\n3–15 s: {benefit}"),
                new(0, "{cta} ⬇️"),
            ],
            5, "Film upright, say the hook in the first three seconds, put captions on it."),
        ["youtube"] = new(
            [
                new(0, "{title}"),
                new(1, "{core}"),
                new(2, "In this video\n00:00 {hook}\n00:20 {pain}\n01:00 {feature}\n01:40 {benefit}", "In this video\n00:00 {hook}\n00:30 {benefit}"),
                new(3, "🎁 {offer}."),
                new(0, "👉 {cta}"),
                new(4, "Subscribe for more from {brand}."),
            ],
            3, "The first two lines show above the fold; chapters need a 00:00."),
        ["blog"] = new(
            [
                new(0, "# {title}"),
                new(0, "{core}"),
                new(1, "## What stands behind it\n\nFew people say it aloud, and most know it:\n\n- {pain}\n- {pain+1}", "## What stands behind it\n\nFew people say it aloud, and most know it: {pain:lower}.", "## What stands behind it\n\nIt is seldom one big thing. It is the same small one, every day."),
                new(3, "It does not take carelessness. It takes a normal week, two channels and one person who holds it all together."),
                new(2, "## What changes\n\n{about}. {usp}.", "## What changes\n\n{about}.", "## What changes\n\n{usp}.", "## What changes\n\n{value}."),
                new(2, "1. **{feature}**: the first day already shows a difference.\n2. **{feature+1}**: what used to be remembered is written down.\n3. **{feature+2}**: nothing has to be done twice.", "1. **{feature}**: the first day already shows a difference.\n2. **{feature+1}**: what used to be remembered is written down.", "**{feature}**: the first day already shows a difference."),
                new(2, "## What it brings\n\n- {benefit}\n- {benefit+1}", "## What it brings\n\n{benefit}."),
                new(3, "For people like {person} it comes down to one thing: {goal:lower}."),
                new(4, "> {slogan}"),
                new(0, "## The next step\n\n{offer}. **{cta}.**", "## The next step\n\n**{cta}.**"),
            ],
            0, "Link to it from the newsletter; the description shows in search results."),
        ["email"] = new(
            [
                new(0, "Subject: {title}"),
                new(0, "Hello,"),
                new(0, "{core}"),
                new(3, "{benefit}: that is what it comes down to."),
                new(2, "{offer}."),
                new(0, "→ {cta}"),
                new(1, "Best wishes\n{brand}"),
            ],
            0, "Keep the subject below 50 characters; send it in the morning of a working day."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static MessageCopy Message { get; } = new(
        Answers:
        [
            "With {product} it is simple: {benefit:lower}.",
            "{product}: {benefit:lower}, thanks to {feature:lower}.",
            "{product} was made for that: {usp:lower}.",
            "{brand} stands for it: {slogan:lower}.",
            "{subject} helps with exactly that.",
            "There is a simpler way.",
        ],
        Extended:
        [
            ["You know the picture: {pain:lower}. And then there is this: {pain+1:lower}.", "You know the picture: {pain:lower}."],
            ["{about}. {usp}.", "{about}.", "{usp}.", "{mission}."],
            ["What you get: {feature:lower}, {feature+1:lower} and, most of all, {benefit:lower}.", "What you get: {feature:lower} and, most of all, {benefit:lower}.", "What you get: {benefit:lower}."],
            ["For people like {person} it comes down to one thing: {goal:lower}."],
            ["{offer}."],
        ],
        Brief:
        [
            "Open with “{pain:lower}” as the reader knows it, without the product.",
            "Then show {feature:lower} in one real picture.",
            "Prove it with one result: {benefit:lower}.",
            "End with the call to action and nothing else.",
        ],
        Notes: ["Built around “{angle}”, in a tone that is {tone}.", "The tone is {tone}."],
        Foreign: "{language} was asked for; the emulator writes English and Vietnamese only.",
        NoAngle: ["“{pain}” does not have to be.", "{goal}: it can be that simple.", "{value}.", "{slogan}.", "Good things can be simple."]);
}
