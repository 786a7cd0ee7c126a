using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <param name="Object">The NetworkPolicy.</param>
internal sealed record PolicyView(KubeObject Object)
{
    internal JsonNode? Selector => Object.Root.Get("spec", "podSelector");

    internal IReadOnlyList<PolicyRuleView> Ingress { get; } = Rules(Object, "ingress", "from");

    internal IReadOnlyList<PolicyRuleView> Egress { get; } = Rules(Object, "egress", "to");

    internal bool RestrictsIngress => Types is [] || Types.Contains("Ingress");

    internal bool RestrictsEgress => Types.Contains("Egress") || (Types is [] && Object.Root.Get("spec", "egress") is not null);

    private List<string> Types => Object.Root.Get("spec", "policyTypes").Texts().ToList();

    private static List<PolicyRuleView> Rules(KubeObject item, string direction, string peers) => item.Root.Get("spec", direction).Items()
        .Select((rule, index) => new PolicyRuleView(rule, $"spec.{direction}[{index}]", peers)).ToList();
}

/// <param name="Root">The rule.</param>
/// <param name="Path">Where it is in its policy.</param>
/// <param name="PeerField"><c>from</c> or <c>to</c>.</param>
internal sealed record PolicyRuleView(JsonNode? Root, string Path, string PeerField)
{
    /// <summary>Who is meant; no list means everybody, which is one empty peer here.</summary>
    internal IReadOnlyList<JsonNode?> Peers { get; } = Root.Get(PeerField) is JsonArray { Count: > 0 } peers ? peers.ToList() : [new JsonObject()];

    /// <summary>The ports; no list means every port.</summary>
    internal IReadOnlyList<JsonNode?> Ports { get; } = Root.Get("ports").Items().ToList();

    internal bool Allows(PortView port) => Ports.Count == 0 || Ports.Any(entry => Includes(entry, port));

    internal static bool Includes(JsonNode? entry, PortView port) => (entry.Get("protocol").Text() ?? "TCP") == port.Protocol
        && (entry.Get("port") is not { } wanted || port.Is(wanted.Text())
            || (entry.Get("endPort").Integer() is { } end && wanted.Integer() <= port.Number && port.Number <= end));
}
