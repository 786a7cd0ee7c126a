using System.Collections.Frozen;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>The English sentences: angles and stages here, the rest beside it.</summary>
internal static class EnglishCopy
{
    public static CopyBook Book { get; } = new()
    {
        Angles = new Dictionary<string, AngleCopy>
        {
            ["Emotion"] = new(
                ["{goal}", "Room for what matters", "Why {subject} exists", "A day without this worry"],
                ["Imagine it for a moment: {goal:lower}.", "There is a life beside the to-do list."],
                ["{goal}: that is what all the effort is for.", "Less worry about “{pain:lower}”, more room for what matters.", "What matters deserves room, and room can be made."],
                "Show a person before a product, and one feeling only.",
                ["warm", "personal"]),
            ["Logic"] = new(
                ["{feature}, step by step", "“{keyword}” by the numbers", "One change, counted honestly", "Cause and effect"],
                ["Three facts, no adjectives.", "Do the sum: one habit less, one result more."],
                ["{feature} means one thing: {benefit:lower}.", "“{pain}” has a cause, and a cause can be removed.", "One clear change is worth more than ten good intentions."],
                "Give the reason before the claim; one number is enough.",
                ["clear", "factual"]),
            ["Curiosity"] = new(
                ["The question behind “{keyword:lower}”", "What was missing all the time", "A small answer to “{pain:lower}”", "Guess what changed"],
                ["What do people do differently who never say “{pain:lower}” any more?", "One question before you scroll on."],
                ["The answer to “{pain:lower}” is smaller than it looks.", "Why does “{benefit:lower}” sound too simple? Because it is simple.", "The best question comes before the best tool."],
                "Open a question in the first line and close it before the end.",
                ["playful", "curious"]),
            ["Social Proof"] = new(
                ["People like {person}", "What others changed first", "Heard from {location}", "Ask your neighbour"],
                ["Ask anybody who knows “{pain:lower}” what helped.", "You are not the only one who is looking for this."],
                ["Others in the same place began with one small step: {feature:lower}.", "Whoever knew “{pain:lower}” tells the same story: the first step was the smallest.", "Others went first, and tell how it was."],
                "Let a customer speak; use only what a real customer has said.",
                ["friendly", "trustworthy"]),
            ["Fear"] = new(
                ["What “{pain:lower}” really costs", "Before it happens again", "What hides behind “{keyword:lower}”", "The day it goes wrong"],
                ["“{pain}” never hurts only once.", "What does one bad week cost you?"],
                ["Every week with “{pain:lower}” costs more than the change would.", "Nobody notices “{pain:lower}” until the day on which it matters most.", "What goes wrong quietly costs most."],
                "Name the cost once and calmly, then show the way out at once.",
                ["serious", "protective"]),
            ["Urgency"] = new(
                ["Before the season starts", "This week, not next month", "The offer and the calendar", "Still in time"],
                ["The best time to end “{pain:lower}” is before the next busy week.", "This week counts."],
                ["{offer}.", "Start before the next busy week, and “{pain:lower}” stays behind.", "A start this week is a result next month."],
                "Give a real date or a real limit; an invented one costs trust.",
                ["direct", "energetic"]),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
        Stages = new Dictionary<string, StageCopy>
        {
            ["Awareness"] = new(
                ["It begins with seeing where time and money go.", "Most people only see it once somebody shows them."],
                ["See how {subject} works", "Watch the two-minute story", "Read the whole story"],
                "The reader does not know the product yet: make the problem visible."),
            ["Consideration"] = new(
                ["Put it beside what you do today, and compare.", "See how it works before you decide: {feature:lower}."],
                ["Compare {subject} with your own way", "Ask for a short demo", "Look at the checklist"],
                "The reader compares: answer the questions that come before a decision."),
            ["Conversion"] = new(
                ["{offer}.", "The first step takes less time than reading about it."],
                ["Start with {subject} today", "Take the offer", "Start now"],
                "The reader is ready: remove the last reason to wait."),
            ["Retention"] = new(
                ["The second month is where it pays.", "What worked once deserves to become a habit."],
                ["Tell us your best tip", "Show {subject} to a colleague", "Try the next feature"],
                "The reader is a customer: help him to get more out of it."),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
        Platforms = EnglishPosts.Platforms,
        Message = EnglishPosts.Message,
        Profile = EnglishProfiles.Profile,
        Strategy = EnglishPlans.Strategy,
        Worksheet = EnglishPlans.Worksheet,
        Editor = EnglishPlans.Editor,
    };
}
