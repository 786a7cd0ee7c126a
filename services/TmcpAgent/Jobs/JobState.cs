using System.Text.Json;

namespace Tmcp.Agent.Jobs;

/// <summary>What is kept of a job, beside its events, the parts that are done, and its caller's token.</summary>
/// <param name="JobId">15 letters and digits.</param>
/// <param name="Kind"><c>batch-posts</c> or <c>content-briefs</c>.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Tenant">The tenant its request named.</param>
/// <param name="WorkspaceId">Where its records go.</param>
/// <param name="CampaignId">What it is about.</param>
/// <param name="Request">The body.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record JobState(
    string JobId, string Kind, string UserId, string? Tenant, string WorkspaceId, string CampaignId, JsonElement Request, DateTimeOffset CreatedAt)
{
    /// <summary>One of <see cref="JobStatus"/>.</summary>
    public string Status { get; init; } = JobStatus.Running;

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who wrote this: no replica's name, but one of a replica's times of running it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>How often it was begun.</summary>
    public int Starts { get; init; } = 1;

    public int Tokens { get; init; }

    public long LastEventId { get; init; }

    /// <summary>Parts that are done.</summary>
    public int Done { get; init; }

    /// <summary>All parts.</summary>
    public int Total { get; init; }

    /// <summary>What the event <c>done</c> said.</summary>
    public JsonElement? Result { get; init; }

    public bool HasEnded => Status != JobStatus.Running;
}
