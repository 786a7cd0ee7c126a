using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Angles;

/// <summary>The form of answers that are lists of angles for one funnel stage.</summary>
internal static class AngleFormat
{
    private const float Temperature = 0.4f;

    private static readonly string[] Texts = ["pain_point_focus", "key_message_variation", "call_to_action_direction", "brief"];

    /// <param name="count">How many, exactly.</param>
    public static AnswerFormat<AngleList> Angles(int count) => Create("angles", "angles", GeneratorWire.Types.AngleList, count, least: count);

    /// <param name="count">How many; fewer are taken after the model was asked to correct it.</param>
    public static AnswerFormat<BriefList> Briefs(int count) => Create("content_briefs", "briefs", GeneratorWire.Types.BriefList, count, least: 1);

    private static AnswerFormat<T> Create<T>(string name, string list, JsonTypeInfo<T> type, int count, int least)
    {
        AnswerFormat<T> format = null!;
        format = new AnswerFormat<T>(name, type, Temperature) { Prepare = answer => Normalise(answer, list, format), Mend = answer => Mend(answer, list, least, format.Schema) };
        var items = Items(format.Schema, list);
        (items["minItems"], items["maxItems"]) = (count, count);
        return format;
    }

    // "social proof", "SOCIAL_PROOF": the word is right, only its dress is not.
    private static void Normalise<T>(JsonObject answer, string list, AnswerFormat<T> format)
    {
        var members = Items(format.Schema, list)["items"]!["properties"]!;
        foreach (var angle in (answer[list] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var field in (string[])["psychological_angle", "funnel_stage"])
            {
                if (angle[field] is JsonValue value && value.TryGetValue<string>(out var text) && Match(members[field]!["enum"]!.AsArray(), text) is { } right)
                    angle[field] = right;
            }
        }
    }

    private static string? Match(JsonArray choices, string text) =>
        choices.Select(choice => choice!.GetValue<string>()).FirstOrDefault(choice => Letters(choice) == Letters(text));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    private static IEnumerable<string> Mend(JsonObject answer, string list, int least, JsonObject schema)
    {
        if (answer[list] is not JsonArray angles)
            yield break;

        for (var index = angles.Count - 1; index >= 0; index--)
        {
            if (angles[index] is not JsonObject)
                angles.RemoveAt(index);
        }

        var choices = Items(schema, list)["items"]!["properties"]!["psychological_angle"]!["enum"]!.AsArray();
        foreach (var (angle, number) in angles.OfType<JsonObject>().Select((angle, index) => (angle, index + 1)))
        {
            foreach (var field in Texts.Where(field => !IsText(angle[field])))
                angle[field] = "";
            angle["funnel_stage"] = IsText(angle["funnel_stage"]) && Match(Items(schema, list)["items"]!["properties"]!["funnel_stage"]!["enum"]!.AsArray(), angle["funnel_stage"]!.GetValue<string>()) is { } stage ? stage : "Awareness";
            if (!IsText(angle["angle_name"]) || angle["angle_name"]!.GetValue<string>().Trim().Length == 0)
            {
                angle["angle_name"] = "Untitled";
                yield return $"Number {number} has no name and is called Untitled.";
            }

            if (!IsText(angle["psychological_angle"]) || Match(choices, angle["psychological_angle"]!.GetValue<string>()) is null)
            {
                angle["psychological_angle"] = "Logic";
                yield return $"Number {number} has no psychological angle that exists; it is filed under Logic.";
            }
        }

        if (angles.Count >= least && schema["properties"]![list]!["minItems"]!.GetValue<int>() > angles.Count)
        {
            yield return $"The model wrote {angles.Count} instead of {schema["properties"]![list]!["minItems"]}.";
            schema["properties"]![list]!["minItems"] = least;
        }
    }

    private static JsonObject Items(JsonObject schema, string list) => schema["properties"]![list]!.AsObject();

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
