using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tmcp.Agent.Generation.Angles;

/// <summary>One way to tell a campaign's story; also the brief that is stored of it. Names are those of <c>content_briefs</c>.</summary>
internal sealed record Angle(
    [property: JsonPropertyName("angle_name")] string Name,
    [property: JsonPropertyName("funnel_stage")] string Stage,
    [property: JsonPropertyName("psychological_angle")] string Psychology,
    [property: JsonPropertyName("pain_point_focus")] string PainPoint,
    [property: JsonPropertyName("key_message_variation")] string Message,
    [property: JsonPropertyName("call_to_action_direction")] string CallToAction,
    [property: JsonPropertyName("brief")] string Brief)
{
    /// <summary>Characters of one that a client sends along, as JSON.</summary>
    public const int MaxCharacters = 50_000;

    /// <summary>Its fields as PocketBase stores them.</summary>
    public JsonObject ToFields() => new()
    {
        ["angle_name"] = Name,
        ["funnel_stage"] = Stage,
        ["psychological_angle"] = Psychology,
        ["pain_point_focus"] = PainPoint,
        ["key_message_variation"] = Message,
        ["call_to_action_direction"] = CallToAction,
        ["brief"] = Brief,
    };
}

/// <summary>Answer of the task <c>angles</c>.</summary>
internal sealed record AngleList(IReadOnlyList<Angle> Angles);

/// <summary>Answer of the task <c>content_briefs</c>.</summary>
internal sealed record BriefList(IReadOnlyList<Angle> Briefs);
