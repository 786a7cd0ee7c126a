using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>One peer of a policy.</summary>
/// <param name="Root">The peer.</param>
/// <param name="Rule">The rule that it is in.</param>
/// <param name="Path">Where in the policy.</param>
/// <param name="IsEgress">Whether it is called, rather than calls.</param>
internal sealed record PolicyPeer(JsonNode? Root, PolicyRuleView Rule, string Path, bool IsEgress)
{
    internal JsonNode? Selector => Root.Get("podSelector");

    /// <summary>Whether it means certain pods in the namespace of the policy.</summary>
    internal bool IsBeside => Root.Get("namespaceSelector") is null && Selector is JsonObject { Count: > 0 };

    internal static IEnumerable<PolicyPeer> Of(PolicyView policy) => Of(policy.Ingress, isEgress: false).Concat(Of(policy.Egress, isEgress: true));

    private static IEnumerable<PolicyPeer> Of(IEnumerable<PolicyRuleView> rules, bool isEgress) => rules.SelectMany(rule =>
        rule.Peers.Select((peer, index) => new PolicyPeer(peer, rule, $"{rule.Path}.{rule.PeerField}[{index}]", isEgress)));
}
