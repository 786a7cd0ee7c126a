namespace Tmcp.ServiceDefaults.Resilience;

/// <summary>Limits of one named HTTP client. The defaults are those of Aspire's standard handler, made shorter for one-host latencies.</summary>
internal sealed class HttpResilienceOptions
{
    /// <summary>True: no timeouts and no retries.</summary>
    public bool Streaming { get; set; }

    /// <summary>Limit of one attempt.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Limit of all attempts with the pauses between them.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first one, for idempotent requests only.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Pause before the first retry; doubled each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an open circuit answers at once, before one request tries again.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(2);
}
