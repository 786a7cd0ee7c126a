using System.Text.Json.Serialization;
using Tmcp.AiOps.Alerts;

namespace Tmcp.AiOps.Queue;

/// <summary>An entry that could not be done.</summary>
/// <param name="Id">Its place among the dead letters.</param>
/// <param name="Kind">What it was: see <see cref="EntryKind"/>.</param>
/// <param name="Incident">Whose it is.</param>
/// <param name="Reason">Why it was given up, and what to do.</param>
/// <param name="DiedAt">When.</param>
/// <param name="Signal">The alert.</param>
internal sealed record DeadLetter(string Id, string Kind, string Incident, string Reason, DateTimeOffset DiedAt, Signal? Signal);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadLetterList))]
[JsonSerializable(typeof(Replayed))]
internal sealed partial class QueueJson : JsonSerializerContext;

internal sealed record DeadLetterList(long Total, IReadOnlyList<DeadLetter> DeadLetters);

/// <param name="Count">How many went back into the stream.</param>
internal sealed record Replayed(int Count);
