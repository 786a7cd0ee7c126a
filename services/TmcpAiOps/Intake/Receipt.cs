using System.Text.Json.Serialization;

namespace Tmcp.AiOps.Intake;

/// <summary>Answer to an accepted request. <c>status</c> and <c>message</c> are for callers of the first version of this service.</summary>
/// <param name="Id">Id of this receipt; the trace's id where there is one.</param>
/// <param name="Status"><c>success</c>, or <c>skipped</c> when nothing in the request was news.</param>
/// <param name="Message">The same in a sentence.</param>
/// <param name="Received">Alerts or lines in the request.</param>
/// <param name="Decisions">One for each alert; lines with the same fate share one.</param>
internal sealed record Receipt(string Id, string Status, string Message, int Received, IReadOnlyList<Decision> Decisions)
{
    public static Receipt For(string id, int received, IReadOnlyList<Decision> decisions)
    {
        var news = decisions.Where(decision => decision.Outcome is Outcomes.Accepted or Outcomes.Grouped or Outcomes.Reopened or Outcomes.Resolved).Sum(decision => decision.Count);
        return news > 0
            ? new Receipt(id, "success", $"{news} of {received} taken.", received, decisions)
            : new Receipt(id, "skipped", $"Nothing new in {received}.", received, decisions);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class IntakeJson : JsonSerializerContext;
