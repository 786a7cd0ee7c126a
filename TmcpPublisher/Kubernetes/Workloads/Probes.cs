using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Kubernetes.Workloads;

/// <summary>Probes by the name of the port, so that its number stands in one place.</summary>
internal static class Probes
{
    private const int StartupPeriodSeconds = 5;
    private const int StartupSeconds = 60;
    private const int ReadinessPeriodSeconds = 10;
    private const int LivenessPeriodSeconds = 20;
    private const int TimeoutSeconds = 3;
    private const int LivenessFailures = 3;

    internal static YamlNode? Startup(Probe? probe)
        => Create(probe, StartupPeriodSeconds, timeout: TimeoutSeconds, failures: ((probe?.Seconds ?? StartupSeconds) + StartupPeriodSeconds - 1) / StartupPeriodSeconds);

    internal static YamlNode? Readiness(Probe? probe) => Create(probe, probe?.Seconds ?? ReadinessPeriodSeconds, TimeoutSeconds, failures: null);

    internal static YamlNode? Liveness(Probe? probe) => Create(probe, probe?.Seconds ?? LivenessPeriodSeconds, TimeoutSeconds, LivenessFailures);

    private static YamlMappingNode? Create(Probe? probe, int period, int timeout, int? failures) => probe is null ? null : Map(
        ("httpGet", probe.HttpPath is null ? null : Map(("path", Text(probe.HttpPath)), ("port", Text(probe.Port)))),
        ("tcpSocket", probe.HttpPath is null ? Map(("port", Text(probe.Port))) : null),
        ("periodSeconds", Number(period)),
        ("timeoutSeconds", Number(timeout)),
        ("failureThreshold", failures is { } count ? Number(count) : null));
}
