using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Variants;

/// <summary>A text for one platform, as the hub reads it.</summary>
internal sealed record PlatformVariant(
    string Platform, string AdaptedCopy, IReadOnlyList<string> Hashtags, string CallToAction, string Summary, int CharacterCount, string PlatformTips,
    double ConfidenceScore, string OptimizationNotes, string SeoTitle, string SeoDescription, IReadOnlyList<string> SeoKeywords, string AiPromptUsed,
    string? VariantId = null)
{
    /// <summary>A record of <c>platform_variants</c>: a draft, because publishing is a person's decision.</summary>
    public JsonObject ToFields(string workspaceId, string masterId) => new()
    {
        ["workspace_id"] = workspaceId,
        ["master_content_id"] = masterId,
        ["platform"] = Platform,
        ["adapted_copy"] = AdaptedCopy,
        ["publish_status"] = "draft",
        ["scheduled_at"] = null,
        ["platformMediaIds"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["hashtags"] = ToArray(Hashtags),
            ["call_to_action"] = CallToAction,
            ["summary"] = Summary,
            ["character_count"] = CharacterCount,
            ["platform_tips"] = PlatformTips,
            ["confidence_score"] = ConfidenceScore,
            ["optimization_notes"] = OptimizationNotes,
            ["seo_title"] = SeoTitle,
            ["seo_description"] = SeoDescription,
            ["seo_keywords"] = ToArray(SeoKeywords),
        },
    };

    private static JsonArray ToArray(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}

/// <summary>The same as the model writes it.</summary>
internal sealed record VariantAnswer(
    [property: JsonPropertyName("adapted_copy")] string AdaptedCopy,
    IReadOnlyList<string> Hashtags, string CallToAction, string Summary,
    [property: JsonPropertyName("platform_tips")] string? PlatformTips,
    [property: JsonPropertyName("confidence_score")] double? ConfidenceScore,
    [property: JsonPropertyName("optimization_notes")] string? OptimizationNotes,
    string? SeoTitle, string? SeoDescription, IReadOnlyList<string>? SeoKeywords,
    [property: JsonPropertyName("aiPrompt_used")] string? AiPromptUsed)
{
    private const double NoOpinion = 3;

    // The length is counted, whatever the model thinks it is.
    public PlatformVariant For(Platform platform) => new(
        platform.Name, AdaptedCopy, Hashtags, CallToAction, Summary, AdaptedCopy.Length, PlatformTips ?? "", ConfidenceScore ?? NoOpinion,
        OptimizationNotes ?? "", SeoTitle ?? "", SeoDescription ?? "", SeoKeywords ?? [], AiPromptUsed ?? "");
}

internal sealed record VariantsDone(IReadOnlyList<PlatformVariant> Variants, int PlatformCount, string Feedback) : DoneEvent;
