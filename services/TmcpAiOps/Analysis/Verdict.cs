using System.Text.Json;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Context;

namespace Tmcp.AiOps.Analysis;

/// <summary>Reads the model's words and keeps of them what can be trusted.</summary>
internal static class Verdict
{
    private const int MaxText = 1_000;

    /// <exception cref="ModelFailure">It is not the object that was asked for.</exception>
    public static AnalysisResult Read(string text, IncidentContext context, Severity reported)
    {
        var verdict = Parse(text);
        if (Clean(verdict.RootCause) is not { Length: >= 8 } cause || Clean(verdict.Solution) is not { Length: >= 4 } solution)
            throw new ModelFailure("nonsense", "the model's answer names no cause or no fix");
        if (ModelPrompt.Marks(cause) || ModelPrompt.Marks(solution))
            throw new ModelFailure("nonsense", "the model's answer repeats its question");

        var quotes = (verdict.Evidence ?? []).Where(item => item.ValueKind == JsonValueKind.String).Take(20).Select(TextOf);
        var (lines, dropped) = EvidenceCheck.Keep(quotes, context);
        var confidence = Confidence(verdict.Confidence);
        // A cause without a single real line is an opinion.
        if (lines.Count == 0)
            confidence = Math.Min(confidence, 0.3);
        var note = (dropped, lines.Count) switch
        {
            (0, > 0) => null,
            (_, 0) => "no line of the log supports it",
            _ => $"{dropped} quoted {(dropped == 1 ? "line was" : "lines were")} not in the log and left out",
        };
        return new AnalysisResult(AnalysisBy.Model, note, cause, lines, solution, SeverityWords.Find(verdict.Severity) ?? reported, confidence);
    }

    private static ModelVerdict Parse(string text)
    {
        // Some models wrap the object in words or a code fence.
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end <= start)
            throw new ModelFailure("nonsense", "the model's answer is no JSON object");
        try
        {
            return JsonSerializer.Deserialize(text.AsSpan(start, end - start + 1), ModelJson.Default.ModelVerdict)
                ?? throw new ModelFailure("nonsense", "the model's answer is empty");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ModelFailure("nonsense", "the model's answer is not the JSON object that was asked for");
        }
    }

    private static string TextOf(JsonElement item)
    {
        try
        {
            return item.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string? Clean(string? text) => text is null ? null : Texts.Cut(text.Trim(), MaxText);

    private static double Confidence(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? Math.Round(Math.Clamp(number > 1 ? number / 100 : number, 0, 1), 2)
            : 0.5;
}
