using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Rules.Generators.Copy;

namespace TmcpEmulators.Ollama.Rules.Generators.Writers;

/// <summary>Angles and briefs: as many as asked for, each with a psychological angle and a title of its own.</summary>
internal static class AngleWriter
{
    public static JsonArray Write(Draft draft)
    {
        var stage = draft.Book.Stages.Keys.FirstOrDefault(name => name.Equals(draft.Prompt.Setting("stage"), StringComparison.OrdinalIgnoreCase)) ?? "Awareness";
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var angles = new JsonArray();
        // Another stage begins with another angle, so that one angle a stage is not the same one four times.
        var start = Seed.Of(stage) + draft.Prompt.Complaints.Count;
        for (var i = 0; i < draft.Prompt.Count; i++)
            angles.Add(One(draft, stage, CopyBook.AngleNames[(start + i) % CopyBook.AngleNames.Count], i, names));
        return angles;
    }

    private static JsonObject One(Draft draft, string stage, string psychological, int index, HashSet<string> names)
    {
        var copy = draft.Book.Angle(psychological);
        var stageCopy = draft.Book.Stage(stage);
        var facts = draft.Facts.At(index + Seed.Of(stage));
        // The same angle comes again after all six: then with other sentences.
        var round = (index / CopyBook.AngleNames.Count) + draft.Prompt.Complaints.Count;
        var name = Name(copy, facts, round + draft.Book.Stages.Keys.Order(StringComparer.Ordinal).ToList().IndexOf(stage), names);
        var message = Template.PickRich(copy.Messages, facts, round);
        var follow = Template.Every(stageCopy.Messages, facts).Where(sentence => sentence != message).ToList();
        var call = Template.Pick(stageCopy.Calls, facts, index);
        return new JsonObject
        {
            ["angle_name"] = name,
            ["funnel_stage"] = stage,
            ["psychological_angle"] = psychological,
            ["pain_point_focus"] = facts.Find("pain") ?? facts.Find("goal") ?? facts.Find("aim") ?? stageCopy.Purpose,
            ["key_message_variation"] = $"{message} {follow[index % follow.Count]}",
            ["call_to_action_direction"] = call,
            ["brief"] = string.Join(' ', [$"{stageCopy.Purpose} {copy.Lens}", .. Template.Every(draft.Book.Message.Brief, facts), draft.Notice]),
        };
    }

    private static string Name(AngleCopy copy, Facts facts, int round, HashSet<string> names)
    {
        for (var i = 0; i < copy.Names.Length; i++)
        {
            if (Template.Pick(copy.Names, facts, round + i) is { } name && names.Add(name))
                return name;
        }

        var last = $"{copy.Names[^1]} ({names.Count + 1})";
        names.Add(last);
        return last;
    }
}
