namespace Aspire.Hosting.Orchestration.Session;

/// <summary>How one run of dcp is started.</summary>
internal sealed record DcpSessionOptions
{
    /// <summary><c>docker</c> or <c>podman</c>. Given always: left to itself dcp silently takes whichever answers.</summary>
    public string ContainerRuntime { get; init; } = "docker";

    /// <summary>The process whose end ends everything.</summary>
    public int MonitoredProcess { get; init; } = Environment.ProcessId;

    /// <summary>Where session folders are made.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// True when dcp shall start a guard for each process and container, which ends it should dcp be killed: 17 MB and 0.05 to 0.08 s of processor time each.
    /// False leaves processes to <see cref="OrphanGuard"/>, one shell for all.
    /// </summary>
    public bool HasGuards { get; init; } = true;

    /// <summary>
    /// Limit of dcp's clean-up, in its own environment variable. 20 s: a container that ignores its signal takes 10 s, and dcp's
    /// default of 120 s would be waited out by every object that hangs.
    /// </summary>
    public int ShutdownTimeoutSeconds { get; init; } = 20;

    /// <summary>How long dcp may take until its API is described by a file. Usually 0.1 s.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a stop waits for the clean-up before the AppHost goes on; dcp finishes alone. Just above dcp's own limit.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(22);

    /// <summary>How long the dashboard, which takes the others' last words, outlives their SIGTERM at most. With containers dcp needs 1.2 s after that.</summary>
    public TimeSpan FirstGrace { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// How long a process may take to obey SIGTERM when everything stops. 1.4 s: with 0.3 s around it the whole
    /// stop stays under 2 s.
    /// </summary>
    public TimeSpan ProcessGrace { get; init; } = TimeSpan.FromSeconds(1.4);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
