namespace Aspire.Hosting.Orchestration.Dcp.Model;

/// <summary>Image, command, wiring and life of a container.</summary>
internal sealed record DcpContainerSpec
{
    /// <summary>Full image name.</summary>
    public string? Image { get; init; }

    public string? ContainerName { get; init; }

    /// <summary>Entry point; templates are not evaluated here.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<DcpVariable>? Env { get; init; }

    public IReadOnlyList<DcpContainerPort>? Ports { get; init; }

    public IReadOnlyList<DcpVolumeMount>? VolumeMounts { get; init; }

    public IReadOnlyList<DcpNetworkAttachment>? Networks { get; init; }

    /// <summary>Extra arguments of the runtime's command line.</summary>
    public IReadOnlyList<string>? RunArgs { get; init; }

    /// <summary><c>always</c>, <c>missing</c> or <c>never</c>.</summary>
    public string? PullPolicy { get; init; }

    /// <summary>True: survives the session and is adopted by the next one.</summary>
    public bool? Persistent { get; init; }

    public bool? Stop { get; init; }
}

/// <summary>A published port.</summary>
internal sealed record DcpContainerPort(int ContainerPort, int? HostPort, string? HostIP, string Protocol);

/// <summary>A mount; <paramref name="Type"/> is <c>bind</c> or <c>volume</c>.</summary>
internal sealed record DcpVolumeMount(string Type, string? Source, string Target, bool ReadOnly);

/// <summary>Membership of a network object, with the names others use there.</summary>
internal sealed record DcpNetworkAttachment(string Name, IReadOnlyList<string> Aliases);
