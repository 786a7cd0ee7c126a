using System.Text.RegularExpressions;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Incidents;

namespace Tmcp.AiOps.Analysis.Rules;

/// <summary>
/// Analyses without a model: each line is compared with what failures are known to write, and the kind with the most weight wins.
/// Lines of the alert itself weigh more than those around it, error lines more than others.
/// </summary>
internal static class RuleAnalyst
{
    private const int MaxEvidence = 5;
    private const double Strong = 3;
    private const double Weak = 0.4;

    public static AnalysisResult Analyse(Incident incident, IncidentContext context, string? note)
    {
        var own = incident.First.Samples.Append(incident.First.Message).Append(incident.First.Name).Where(text => text.Length > 0).ToList();
        if (own.Any(text => Matches(Signatures.Test.Strong, text)))
            return Known(Signatures.Test, Strong, incident, context, own, note);
        var hasEnded = own.Any(text => Matches(Signatures.Ended.Strong, text));
        var scored = Signatures.All
            .Select(signature => (Signature: signature, Score: Score(signature, incident, context, own)))
            .MaxBy(pair => pair.Score);
        // What a process wrote right before its end is often why, so less of it is enough.
        if (scored.Score >= (hasEnded ? Strong / 4 : Strong / 2))
            return Known(scored.Signature, scored.Score, incident, context, own, note);
        return hasEnded ? Known(Signatures.Ended, Strong, incident, context, own, note) : Unknown(incident, context, note);
    }

    private static double Score(Signature signature, Incident incident, IncidentContext context, List<string> own)
    {
        var ownScore = own.Max(text => Weigh(signature, text));
        var around = context.Lines.Select(line => Weigh(signature, line.Text) * WeightOf(line))
            .Concat(context.DependencyLines.Select(line => Weigh(signature, line.Text) * 0.5 * WeightOf(line)))
            .OrderDescending().Take(5).Sum() / 3;
        return (ownScore * 1.5) + Math.Min(around, ownScore > 0 ? 4 : 6);
    }

    private static double Weigh(Signature signature, string text) =>
        Matches(signature.Strong, text) ? Strong + (Matches(signature.Weak, text) ? Weak : 0) : Matches(signature.Weak, text) ? Weak : 0;

    private static double WeightOf(ContextLine line) => SeverityWords.Find(line.Level) switch
    {
        Severity.Error or Severity.Critical => 1,
        Severity.Warning => 0.7,
        null => 0.6,
        _ => 0.25,
    };

    private static AnalysisResult Known(
        Signature signature, double score, Incident incident, IncidentContext context, List<string> own, string? note)
    {
        var evidence = signature.Kind is FailureKind.Ended ? LastLines(incident, context) : Evidence(signature, context);
        // The line that tells the failure seldom lacks the name; where it does, the errors around it have it.
        var target = own.Concat(evidence).Where(text => Matches(signature.Strong, text))
            .Concat(context.Lines.Where(line => WeightOf(line) >= 1).Select(line => line.Text))
            .Select(text => Target.Find(text, signature.Kind)).FirstOrDefault(found => found is not null);
        string Fill(string text) => text
            .Replace("{service}", incident.Service, StringComparison.Ordinal)
            .Replace("{target}", target is null ? "" : $" ({target})", StringComparison.Ordinal);
        return new AnalysisResult(
            AnalysisBy.Rules, note, $"{Fill(signature.Cause)}{History(incident, context)}", evidence, Fill(signature.Solution), incident.Severity,
            Math.Round(Math.Min(0.9, 0.35 + (score / 20)), 2)) { Kind = signature.Kind };
    }

    private static AnalysisResult Unknown(Incident incident, IncidentContext context, string? note)
    {
        var worst = context.Lines.Where(line => SeverityWords.Find(line.Level) >= Severity.Error && !IsOwn(incident, line)).Select(line => line.Text).Take(MaxEvidence).ToList();
        return new AnalysisResult(
            AnalysisBy.Rules, note,
            $"{incident.Service} reports a failure that matches no known kind: {Texts.Cut(Texts.FirstLine(incident.First.Message), 300)}{History(incident, context)}",
            worst.Count > 0 ? worst : LastLines(incident, context), $"Read the log of {incident.Service} around {incident.First.At:yyyy-MM-dd HH:mm:ss} UTC, first what comes before the first error, and look at what was changed last.",
            incident.Severity, 0.2) { Kind = FailureKind.Unknown };
    }

    // What the service wrote last, in its own order; the alert's words stand in the message already.
    private static List<string> LastLines(Incident incident, IncidentContext context) =>
        [.. context.Lines.Where(line => !IsOwn(incident, line)).Select(line => line.Text).TakeLast(MaxEvidence)];

    private static bool IsOwn(Incident incident, ContextLine line) =>
        incident.First.Samples.Count == 0 && incident.First.Message.Contains(line.Text, StringComparison.Ordinal);

    private static List<string> Evidence(Signature signature, IncidentContext context) =>
        [.. context.AllLines
            .Where(line => Matches(signature.Strong, line.Text))
            .OrderByDescending(WeightOf)
            .ThenByDescending(line => line.At)
            .Select(line => line.Text)
            .Distinct()
            .Take(MaxEvidence)];

    private static string History(Incident incident, IncidentContext context)
    {
        var at = incident.First.At;
        var text = "";
        if (context.LastStart is { } start && at - start is { TotalMinutes: < 15 } age && age > TimeSpan.FromMinutes(-5))
            text += $" It was (re)started at {start:HH:mm:ss} UTC.";
        if (context.ErrorsBefore(at) + context.ErrorsAfter(at) > 1)
            text += $" Errors logged: {context.ErrorsBefore(at)} before, {context.ErrorsAfter(at)} since.";
        return text;
    }

    private static bool Matches(Regex expression, string text) => expression.IsMatch(text);
}
