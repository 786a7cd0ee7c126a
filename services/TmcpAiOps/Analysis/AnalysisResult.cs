using System.Text.Json.Serialization;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Analysis;

/// <summary>What is thought to be wrong.</summary>
/// <param name="By">Who says so.</param>
/// <param name="Note">Why not the model, or what was left out of its answer; null when there is nothing to say.</param>
/// <param name="RootCause">In a few sentences.</param>
/// <param name="Evidence">Lines that were really there, word for word.</param>
/// <param name="Solution">What to do.</param>
/// <param name="Severity">As the analysis sees it; shown, never acted upon.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record AnalysisResult(
    AnalysisBy By, string? Note, string RootCause, IReadOnlyList<string> Evidence, string Solution, Severity Severity, double Confidence)
{
    /// <summary>Kind of failure that the rules saw; null when a model wrote the analysis.</summary>
    public Rules.FailureKind? Kind { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<AnalysisBy>))]
internal enum AnalysisBy
{
    Model,
    Rules,
}
