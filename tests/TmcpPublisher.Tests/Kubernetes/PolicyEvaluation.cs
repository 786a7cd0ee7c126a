using System.Net;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Network policies as the API documents them: a pod that no policy of a direction selects is open in it, else some rule has to match.</summary>
internal sealed class PolicyEvaluation(IEnumerable<JsonObject> policies, string home)
{
    private readonly List<JsonObject> _policies = [.. policies];

    /// <summary>Whether a connection between two pods works.</summary>
    internal bool Connects(PodAt from, PodAt to, int port, string protocol = "TCP")
        => Permits(from, "Egress", "egress", "to", peer => Includes(peer, to), port, protocol)
            && Permits(to, "Ingress", "ingress", "from", peer => Includes(peer, from), port, protocol);

    /// <summary>Whether a pod may call an address outside the cluster.</summary>
    internal bool Reaches(PodAt from, string address, int port)
        => Permits(from, "Egress", "egress", "to", peer => Includes(peer, IPAddress.Parse(address)), port, "TCP");

    private bool Permits(PodAt pod, string direction, string rules, string peers, Func<JsonNode, bool> includes, int port, string protocol)
    {
        if (pod.Namespace != home)
            return true;

        var own = _policies.Where(policy => Matches(policy["spec"]!["podSelector"]!, pod.Labels)
            && policy["spec"]!["policyTypes"]!.AsArray().Any(type => type!.GetValue<string>() == direction)).ToList();
        return own.Count == 0 || own.SelectMany(policy => Items(policy["spec"]![rules])).Any(rule
            => Items(rule["ports"]).Any(item => item["port"]!.GetValue<long>() == port && (item["protocol"]?.GetValue<string>() ?? "TCP") == protocol)
                && Items(rule[peers]).Any(includes));
    }

    private bool Includes(JsonNode peer, PodAt pod)
    {
        if (peer["ipBlock"] is not null)
            return false;
        var inNamespace = peer["namespaceSelector"] is { } selector
            ? Matches(selector, new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = pod.Namespace })
            : pod.Namespace == home;
        return inNamespace && (peer["podSelector"] is not { } pods || Matches(pods, pod.Labels));
    }

    private static bool Includes(JsonNode peer, IPAddress address) => peer["ipBlock"] is { } block
        && IPNetwork.Parse(block["cidr"]!.GetValue<string>()).Contains(address)
        && !Items(block["except"]).Any(except => IPNetwork.Parse(except.GetValue<string>()).Contains(address));

    private static bool Matches(JsonNode selector, IReadOnlyDictionary<string, string> labels)
        => (selector["matchLabels"]?.AsObject() ?? []).All(label => labels.GetValueOrDefault(label.Key) == label.Value!.GetValue<string>())
            && Items(selector["matchExpressions"]).All(expression => expression["operator"]!.GetValue<string>() == "In"
                && Items(expression["values"]).Any(value => labels.GetValueOrDefault(expression["key"]!.GetValue<string>()) == value.GetValue<string>()));

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list?.AsArray().Select(item => item!) ?? [];
}

/// <summary>A pod and where it is.</summary>
internal sealed record PodAt(string Namespace, IReadOnlyDictionary<string, string> Labels)
{
    internal static PodAt App(string app, string inNamespace) => new(inNamespace, new Dictionary<string, string> { ["app"] = app });
}
