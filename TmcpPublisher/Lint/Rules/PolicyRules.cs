using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A policy is about pods that are there.</summary>
internal sealed class PolicySelectorRule() : LintRule("policy-selector", "a policy that selects or names pods that nothing makes")
{
    /// <summary>On a policy: values of the label <c>app</c> of callers outside the graph, separated by commas.</summary>
    internal const string OutsideAnnotation = "tmcp.dev/outside-callers";

    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var policy in rendering.Policies.Policies)
        {
            if (!rendering.Select(policy.Selector, policy.Object.Namespace).Any())
                yield return Report(policy.Object, "spec.podSelector", $"The selector {LabelSelector.Describe(policy.Selector)} matches no pod.", "Use the labels of the workload's pods.");

            var outside = (policy.Object.Annotations.GetValueOrDefault(OutsideAnnotation) ?? "").Split(',').Select(name => name.Trim()).Concat(context.Options.OutsideApps)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var peer in PolicyPeer.Of(policy).Where(peer => peer.IsBeside))
            {
                if (!rendering.Select(peer.Selector, policy.Object.Namespace).Any() && !outside.Contains(peer.Selector.Get("matchLabels", "app").Text() ?? ""))
                {
                    yield return Report(
                        policy.Object,
                        peer.Path,
                        $"The peer {LabelSelector.Describe(peer.Selector)} matches no pod.",
                        $"Add the workload to the graph, correct the label, or declare it as 'allowFrom' when others run it.");
                }
            }
        }
    }
}

/// <summary>The ports of policies are those of containers: a Service's port is gone before a policy looks.</summary>
internal sealed class PolicyPortRule() : LintRule("policy-port", "a policy with a port that no container of the pods has")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var policy in rendering.Policies.Policies)
        {
            foreach (var rule in policy.Ingress)
            {
                foreach (var finding in Check(policy, rule, rendering.Select(policy.Selector, policy.Object.Namespace).ToList()))
                    yield return finding;
            }

            foreach (var rule in policy.Egress.Where(rule => rule.Peers.All(peer => peer.Get("podSelector") is not null && peer.Get("namespaceSelector") is null)))
            {
                foreach (var finding in Check(policy, rule, rule.Peers.SelectMany(peer => rendering.Select(peer.Get("podSelector"), policy.Object.Namespace)).ToList()))
                    yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Check(PolicyView policy, PolicyRuleView rule, List<WorkloadView> workloads) => rule.Ports.Index()
        .Where(entry => workloads.Count > 0 && !workloads.SelectMany(workload => workload.Ports).Any(port => PolicyRuleView.Includes(entry.Item, port)))
        .Select(entry => Report(
            policy.Object,
            $"{rule.Path}.ports[{entry.Index}]",
            $"Port {entry.Item.Get("port").Text()} is no container port of {string.Join(", ", workloads.Select(workload => workload.Object))}.",
            $"Use {string.Join(" or ", workloads.SelectMany(workload => workload.Ports).Select(port => port.Number).Distinct())}: policies see container ports, not those of Services."));
}

/// <summary>A policy opens no single address that nothing uses.</summary>
internal sealed class PolicyAddressRule() : LintRule("policy-address", "a policy for a single address that no slice holds and no text names")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        var known = rendering.OfKind("EndpointSlice").SelectMany(slice => slice.Root.Get("endpoints").Items()).SelectMany(endpoint => endpoint.Get("addresses").Texts())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var policy in rendering.Policies.Policies)
        {
            foreach (var peer in PolicyPeer.Of(policy))
            {
                if (Network.SingleAddress(peer.Root.Get("ipBlock")) is { } address && !known.Contains(address) && !Names(rendering, policy, address))
                    yield return Report(policy.Object, $"{peer.Path}.ipBlock", $"No EndpointSlice holds the address {address}, and no pod is given it.", "Correct the address in the settings of the cluster, or remove the peer.");
            }
        }
    }

    private static bool Names(Rendering rendering, PolicyView policy, string address) => rendering.Select(policy.Selector, policy.Object.Namespace)
        .SelectMany(workload => ConfigText.For(workload, rendering)).Any(text => text.Value.Contains(address, StringComparison.Ordinal));
}
