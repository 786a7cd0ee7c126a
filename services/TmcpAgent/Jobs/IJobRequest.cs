using System.Text.Json;

namespace Tmcp.Agent.Jobs;

/// <summary>Body of a route that starts a job.</summary>
internal interface IJobRequest
{
    string WorkspaceId { get; }

    string CampaignId { get; }

    JsonElement ToJson();

    /// <exception cref="Generation.Runs.GenerationException">What no job needs to be started for.</exception>
    void Require();
}
