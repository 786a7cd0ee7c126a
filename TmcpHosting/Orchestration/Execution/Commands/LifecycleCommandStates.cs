using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Commands;

/// <summary>In which state of a resource a command can be used. A state is text; null means that nothing was published yet.</summary>
internal static class LifecycleCommandStates
{
    private static readonly HashSet<string> _changing = [KnownResourceStates.Starting, KnownResourceStates.Building, KnownResourceStates.RuntimeUnhealthy];
    private static readonly HashSet<string> _stopped = [.. KnownResourceStates.TerminalStates, KnownResourceStates.NotStarted, "Unknown"];

    public static ResourceCommandState Start(string? state) =>
        state is null || _changing.Contains(state) ? ResourceCommandState.Disabled
        : _stopped.Contains(state) || state == KnownResourceStates.Waiting ? ResourceCommandState.Enabled
        : ResourceCommandState.Hidden;

    public static ResourceCommandState Stop(string? state) =>
        state == KnownResourceStates.Stopping ? ResourceCommandState.Disabled
        : CanStop(state) ? ResourceCommandState.Enabled
        : ResourceCommandState.Hidden;

    public static ResourceCommandState Restart(string? state) => CanStop(state) ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    public static ResourceCommandState Rebuild(string? state) =>
        state is not null && (CanStop(state) || _stopped.Contains(state)) ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    private static bool CanStop(string? state) =>
        state is not null && state != KnownResourceStates.Stopping && state != KnownResourceStates.Waiting && !_changing.Contains(state) && !_stopped.Contains(state);
}
