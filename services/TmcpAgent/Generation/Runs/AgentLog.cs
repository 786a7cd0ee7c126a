using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Telemetry;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>Leaves a record of each run in <c>agent_logs</c>, with the caller's own token.</summary>
internal sealed class AgentLog(
    RecordWriter records, Workspaces workspaces, AgentTelemetry telemetry, IOptions<GenerationLimits> limits, TimeProvider clock, ILogger<AgentLog> logger)
{
    private const int MaxErrorCharacters = 5_000;

    /// <summary>Never fails: a run that did its work is no failure because nobody could write it down.</summary>
    /// <param name="run">What ended.</param>
    /// <param name="action">What it did.</param>
    /// <param name="trouble">Why it failed, or null.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="recordId">Id of the record, for a run that may be written down twice.</param>
    public async Task WriteAsync(GenerationRun run, string action, string? trouble, TimeSpan duration, string? recordId = null)
    {
        telemetry.GenerationEnded(action, trouble is null ? "done" : "error", duration);
        Log.GenerationEnded(logger, action, run.Caller.UserId, trouble is null ? "done" : "failed", run.Budget.Spent, duration.TotalSeconds);
        if (run.Caller.Token.Length == 0)
        {
            Log.AgentLogFailed(logger, action, "the caller's token is gone");
            return;
        }

        using var time = new CancellationTokenSource(limits.Value.LogTime, clock);
        try
        {
            if (await FindWorkspaceAsync(run, time.Token) is not { } workspace)
                return;

            await records.CreateAsync(run.Caller, "agent_logs", recordId, new JsonObject
            {
                ["workspace_id"] = workspace,
                ["agent_name"] = run.Agent,
                ["action"] = action,
                ["status"] = trouble is null ? "success" : "failed",
                ["tokens_used"] = run.Budget.Spent,
                ["duration_ms"] = (long)duration.TotalMilliseconds,
                ["error_message"] = trouble is { Length: > MaxErrorCharacters } ? trouble[..MaxErrorCharacters] : trouble ?? "",
            }, time.Token);
        }
        catch (Exception exception) when (exception is BridgeException or GenerationException or OperationCanceledException)
        {
            Log.AgentLogFailed(logger, action, exception.GetType().Name);
        }
    }

    // A run that came to no record, for example because the only one named does not exist, belongs to the caller's first workspace.
    private async Task<string?> FindWorkspaceAsync(GenerationRun run, CancellationToken cancellationToken) =>
        run.WorkspaceId ?? ((await workspaces.GetAsync(run.Caller, cancellationToken)).Workspaces is [var first, ..] ? first.Id : null);
}
