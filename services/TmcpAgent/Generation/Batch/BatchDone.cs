using System.Text.Json.Serialization;
using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Batch;

internal sealed record BatchDone(
    int MastersCount, int VariantsCount, IReadOnlyList<string> MasterIds, IReadOnlyList<string> VariantIds, IReadOnlyList<EditorFlag> EditorFlags) : DoneEvent;

/// <param name="Type">brand_voice, cta_missing, duplication or platform_tone.</param>
/// <param name="Target">master or variant.</param>
/// <param name="TargetId">Id of its record.</param>
/// <param name="Message">What to change.</param>
internal sealed record EditorFlag(string Type, string Target, [property: JsonPropertyName("target_id")] string TargetId, string Message);

/// <summary>Answer of the task <c>editor_flags</c>.</summary>
internal sealed record FlagList(IReadOnlyList<EditorFlag> Flags);
