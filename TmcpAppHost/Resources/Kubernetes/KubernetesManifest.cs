using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting.Publishing;
using Tmcp.AppHost.Routes;

namespace Tmcp.AppHost.Kubernetes;

/// <summary>Writes the facts. What the resource says already (endpoints, routes, address) is read from it, so it stands in one place.</summary>
internal static class KubernetesManifest
{
    private const int HttpPort = 80;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Writes the members of the entry of <paramref name="subject"/>.</summary>
    internal static void Write(ManifestPublishingContext context, IResource subject, ClusterFacts facts)
    {
        var writer = context.Writer;
        writer.WriteString("type", KubernetesResource.ManifestType);
        writer.WriteString("for", subject.Name);
        Member(writer, "workload", WorkloadOf(subject, facts));
        WriteService(writer, subject, facts);
        Member(writer, "expose", subject.Annotations.OfType<RouteAnnotation>().Select(route => new { route.Path, Strip = (bool?)route.StripPrefix }).ToArray());
        Member(writer, "probes", facts.ProbesByKind);
        Member(writer, "resources", facts.Compute);
        Member(writer, "volumes", facts.Claims);
        Member(writer, "secrets", facts.SecretHomes);
        Member(writer, "allowFrom", facts.Callers);
        Member(writer, "egress", facts.HasInternet ? ["internet"] : Array.Empty<string>());
        Member(writer, "egressTo", facts.Unseen.Select(resource => resource.Name).ToArray());
        Member(writer, "writable", facts.WritableFolders);
        Member(writer, "backup", facts.Backups);
    }

    private static WorkloadFacts WorkloadOf(IResource subject, ClusterFacts facts) => subject is ExternalServiceResource
        ? facts.Workload with { Mode = "external" }
        : facts.Workload with { Replicas = facts.Workload.Replicas ?? (subject.GetReplicaCount() is > 1 and var count ? count : null) };

    private static void WriteService(Utf8JsonWriter writer, IResource subject, ClusterFacts facts)
    {
        var ports = PortsOf(subject, facts);
        if (ports.Count == 0)
            return;

        // An outside service is called by the name in its address.
        var name = subject is ExternalServiceResource { Uri: { } address } ? address.Host : null;
        Member(writer, "service", new { Name = name, Ports = ports });
    }

    private static Dictionary<string, PortFacts> PortsOf(IResource subject, ClusterFacts facts)
    {
        if (subject is ExternalServiceResource { Uri: { } address })
            return new() { [address.Scheme] = new PortFacts(address.Port, TargetPort: null) };

        return subject.Annotations.OfType<EndpointAnnotation>().ToDictionary(endpoint => endpoint.Name, endpoint =>
        {
            var own = facts.Ports.GetValueOrDefault(endpoint.Name);
            // A project listens in the cluster where it listens on a developer's machine.
            var container = own?.TargetPort ?? endpoint.TargetPort ?? endpoint.Port;
            return new PortFacts(own?.Port ?? (endpoint.UriScheme == "http" ? HttpPort : container), container);
        });
    }

    private static void Member<T>(Utf8JsonWriter writer, string name, T? value)
    {
        if (value is null or WorkloadFacts { IsEmpty: true } or System.Collections.ICollection { Count: 0 })
            return;

        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, Format);
    }
}
