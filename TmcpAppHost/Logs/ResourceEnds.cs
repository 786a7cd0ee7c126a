namespace Tmcp.AppHost.Logs;

/// <summary>Sees from the states of resources which one ended by itself, and when it is back.</summary>
internal sealed class ResourceEnds(TimeProvider clock)
{
    private const string Name = "ResourceEnded";

    // As .NET and the orchestrator write an end by a signal.
    private const int BySignal = -1;

    private readonly Dictionary<string, string?> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceAlert> _firing = new(StringComparer.Ordinal);

    /// <summary>Takes the next state of a resource.</summary>
    /// <returns>The alert that it means, if any.</returns>
    internal ResourceAlert? Next(string resource, CustomResourceSnapshot snapshot)
    {
        var state = snapshot.State?.Text;
        _states.TryGetValue(resource, out var before);
        _states[resource] = state;
        if (state == KnownResourceStates.Running && _firing.Remove(resource, out var over))
            return over with { EndsAt = clock.GetUtcNow() };
        if (_firing.ContainsKey(resource) || before == KnownResourceStates.Stopping || Describe(resource, state, snapshot.ExitCode) is not { } description)
            return null;
        var at = snapshot.StopTimeStamp is { } stopped ? new DateTimeOffset(stopped.ToUniversalTime()) : clock.GetUtcNow();
        return _firing[resource] = new ResourceAlert(Name, resource, "critical", description, at);
    }

    private static string? Describe(string resource, string? state, int? code) => code switch
    {
        _ when state == KnownResourceStates.FailedToStart => $"The start of {resource} failed.",
        null or 0 => null,
        _ when state is null || !KnownResourceStates.TerminalStates.Contains(state) => null,
        BySignal => $"{resource} ended unexpectedly, by a signal.",
        _ => $"{resource} ended unexpectedly with exit code {code}.",
    };
}
