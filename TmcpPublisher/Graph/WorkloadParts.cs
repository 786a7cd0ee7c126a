namespace Tmcp.Publisher.Graph;

/// <summary>Where the image comes from.</summary>
internal abstract record ImageSource
{
    private ImageSource()
    {
    }

    /// <summary>Built from this repository: <c>&lt;registry&gt;/&lt;repository&gt;</c>, tag and digest from the lock of the environment or the version file.</summary>
    /// <param name="Repository">Without the registry.</param>
    /// <param name="Build">What builds it.</param>
    internal sealed record Built(string Repository, ImageBuild Build) : ImageSource;

    /// <summary>Somebody else's image, by its full reference.</summary>
    internal sealed record External(string Reference) : ImageSource;
}

/// <summary>How an image is built. Paths are relative to the repository, with <c>/</c>.</summary>
/// <param name="Project">A project file to publish as a container, when there is no Dockerfile.</param>
/// <param name="Stage">Target stage; null: the last.</param>
/// <param name="Arguments">Build arguments, in order.</param>
internal sealed record ImageBuild(string? Context, string? Dockerfile, string? Project, string? Stage, IReadOnlyList<KeyValuePair<string, TextTemplate>> Arguments);

internal sealed record EnvironmentVariable(string Name, TextTemplate Value);

/// <param name="Name">A legal port name; probes, Services and routes use it.</param>
/// <param name="ContainerPort">Where the process listens.</param>
/// <param name="ServicePort">Where its Service listens.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
internal sealed record WorkloadPort(string Name, int ContainerPort, int ServicePort, string Protocol = "TCP");

/// <summary>A public path.</summary>
/// <param name="Path">Such as <c>/pb</c>, or <c>/</c> for what no other route takes.</param>
/// <param name="StripPrefix">Whether the workload sees the path without the prefix.</param>
/// <param name="Port">Name of the port.</param>
internal sealed record Route(string Path, bool StripPrefix, string Port);

internal sealed record ProbeSet(Probe? Startup, Probe? Ready, Probe? Live);

/// <param name="HttpPath">Null: the port only has to accept a connection.</param>
/// <param name="Port">Name of the port.</param>
/// <param name="Seconds">For a startup probe: how long the start may take in all. Null: the default of the kind of probe.</param>
internal sealed record Probe(string? HttpPath, string Port, int? Seconds = null);

/// <summary>Kubernetes quantities. There is no CPU limit: throttling hurts more than it protects.</summary>
internal sealed record ComputeResources(string Cpu, string Memory, string MemoryLimit);

internal sealed record Autoscale(int Min, int Max, int CpuPercent = 70);

/// <param name="Name">Name of the volume.</param>
/// <param name="MountPath">Absolute path in the container.</param>
/// <param name="Claim">Name of the PersistentVolumeClaim; null: an <c>emptyDir</c>.</param>
/// <param name="Size">Kubernetes quantity.</param>
internal sealed record PersistentVolume(string Name, string MountPath, string? Claim, string Size, bool ReadOnly);

/// <param name="Name">Name of the volume and stem of the ConfigMap.</param>
/// <param name="MountPath">Absolute path in the container, of a folder, or of the file when there is one file and <paramref name="IsFile"/>.</param>
/// <param name="Files">Key to content.</param>
internal sealed record ConfigFiles(string Name, string MountPath, bool IsFile, IReadOnlyDictionary<string, string> Files);

/// <param name="App">Value of its label <c>app</c>.</param>
/// <param name="Namespace">Null: the namespace of the environment.</param>
internal sealed record OutsideCaller(string App, string? Namespace = null);

/// <summary>A place in the secret store.</summary>
/// <param name="Key">Path below the mount, such as <c>tmcp/agent</c>.</param>
/// <param name="Property">Name in it.</param>
internal sealed record SecretHome(string Key, string Property);

/// <param name="Kind"><c>pocketbase</c>: its own backup API. <c>redis</c>: a snapshot through its replication protocol.</param>
/// <param name="Schedule">Cron expression in UTC.</param>
/// <param name="Keep">How many backups stay.</param>
/// <param name="Size">Of the volume that holds them; a Kubernetes quantity.</param>
internal sealed record BackupPlan(string Kind, string Schedule = "17 2 * * *", int Keep = 7, string Size = "2Gi");
