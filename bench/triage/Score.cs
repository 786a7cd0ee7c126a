using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Analysis.Rules;

namespace Tmcp.TriageBench;

/// <summary>What an analysis of a case got right.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">The kind of failure that was seen.</param>
/// <param name="KindIsRight">It is the case's.</param>
/// <param name="MissingFacts">What the words do not hold.</param>
/// <param name="EvidenceIsReal">There is evidence, and every piece of it is a line of the case.</param>
internal sealed record Score(TriageCase Case, FailureKind Kind, bool KindIsRight, IReadOnlyList<string> MissingFacts, bool EvidenceIsReal)
{
    public bool Passed => KindIsRight && MissingFacts.Count == 0 && EvidenceIsReal;

    public static Score Of(TriageCase one)
    {
        var context = one.ToContext();
        var result = RuleAnalyst.Analyse(one.ToIncident(), context, null);
        var kind = result.Kind ?? FailureKind.Unknown;
        var lines = context.AllLines.Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return new Score(
            one, kind, kind.ToString() == one.Kind, Missing(one, result), result.Evidence.Count > 0 && result.Evidence.All(lines.Contains));
    }

    private static List<string> Missing(TriageCase one, AnalysisResult result) =>
        [.. one.Facts.Where(fact => !$"{result.RootCause} {result.Solution}".Contains(fact, StringComparison.OrdinalIgnoreCase))];
}
