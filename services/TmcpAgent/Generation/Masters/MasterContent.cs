using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Masters;

/// <summary>The message common to all platforms, as the model writes it and the hub reads it.</summary>
internal sealed record MasterContent(
    [property: JsonPropertyName("core_message")] string CoreMessage,
    [property: JsonPropertyName("extended_message")] string ExtendedMessage,
    [property: JsonPropertyName("tone_markers")] IReadOnlyList<string> ToneMarkers,
    [property: JsonPropertyName("suggested_hashtags")] IReadOnlyList<string> SuggestedHashtags,
    [property: JsonPropertyName("call_to_action")] string CallToAction,
    [property: JsonPropertyName("key_benefits")] IReadOnlyList<string> KeyBenefits,
    [property: JsonPropertyName("confidence_score")] double ConfidenceScore)
{
    /// <summary>A record of <c>master_contents</c>. Publishing is a person's decision, so it waits for approval.</summary>
    public JsonObject ToFields(CampaignContext context, string? angle) => new()
    {
        ["workspace_id"] = context.Campaign!.WorkspaceId,
        ["campaign_id"] = context.Campaign.Id,
        ["core_message"] = CoreMessage,
        ["approval_status"] = "pending",
        ["primaryMediaIds"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["extended_message"] = ExtendedMessage,
            ["tone_markers"] = ToArray(ToneMarkers),
            ["suggested_hashtags"] = ToArray(SuggestedHashtags),
            ["call_to_action"] = CallToAction,
            ["key_benefits"] = ToArray(KeyBenefits),
            ["confidence_score"] = ConfidenceScore,
            ["angle_name"] = angle,
        },
    };

    private static JsonArray ToArray(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}

/// <param name="MasterContent">What was written.</param>
/// <param name="MasterContentId">Id of its record, or null when it was not to be saved.</param>
/// <param name="Feedback">The evaluator's verdict.</param>
internal sealed record MasterDone(
    MasterContent MasterContent, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? MasterContentId, string Feedback) : DoneEvent;
