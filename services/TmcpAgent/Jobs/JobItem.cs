using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tmcp.Agent.Jobs;

/// <summary>A job as its owner sees it.</summary>
internal sealed record JobItem(
    string JobId, string Kind, string Status, string CampaignId, string WorkspaceId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    long LastEventId, JobProgress Progress, JsonElement? Result)
{
    public static JobItem Of(JobState state) => new(
        state.JobId, state.Kind, state.Status, state.CampaignId, state.WorkspaceId, state.CreatedAt, state.UpdatedAt, state.LastEventId,
        new JobProgress(state.Done, state.Total), state.Result);
}

/// <param name="Done">Parts that are done.</param>
/// <param name="Total">All parts.</param>
internal sealed record JobProgress(int Done, int Total);

/// <summary>Newest first.</summary>
internal sealed record JobList(IReadOnlyList<JobItem> Items);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobState))]
[JsonSerializable(typeof(JobItem))]
[JsonSerializable(typeof(JobList))]
internal sealed partial class JobJson : JsonSerializerContext;
