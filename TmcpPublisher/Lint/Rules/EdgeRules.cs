using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A program calls a Service that is there.</summary>
internal sealed class ServiceReferenceRule() : LintRule("service-reference", "a text that names a Service or a port that is not there")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var call in ServiceCall.Of(rendering, context))
        {
            if (call.Target is null)
            {
                if (call.Address.IsCertain && !context.ChartNamespaces.Contains(call.Address.Namespace ?? ""))
                    yield return Report(call.Text.Object, call.Text.Path, $"There is no Service '{call.Address.Host}', which {call.Caller.Object} calls.", "Add the resource to the graph, or use a reference in place of the text.");
            }
            else if (call.Address.Port is { } number && !call.Target.Ports.Any(port => port.Number == number))
            {
                yield return Report(
                    call.Text.Object,
                    call.Text.Path,
                    $"The Service '{call.Target.Object.Name}' has no port {number}; it has {string.Join(", ", call.Target.Ports.Select(port => port.Number))}.",
                    "Use a reference to its endpoint in the graph.");
            }
        }
    }
}

/// <summary>Policies on both sides let a call through.</summary>
internal sealed class EdgePolicyRule() : LintRule("edge-policy", "a call of a known Service that the policies of one side do not permit")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => ServiceCall.Of(rendering, context).Where(call => call.Target is not null).SelectMany(call => Check(call, rendering));

    private IEnumerable<Finding> Check(ServiceCall call, Rendering rendering)
    {
        var answering = call.Answering.Where(answer => answer.Workload != call.Caller).ToList();

        // A host without a port means one of its ports: which, another value says.
        if (call.Address.Port is null && answering.Exists(answer => PermitsEgress(call, rendering, answer) && PermitsIngress(call, answer)))
            answering = [];
        foreach (var (workload, port) in answering)
        {
            if (!PermitsEgress(call, rendering, (workload, port)))
                yield return Missing(call, $"No policy lets {call.Caller.Object} call port {port.Number} of {workload.Object} (egress).");
            if (!PermitsIngress(call, (workload, port)))
                yield return Missing(call, $"No policy lets {workload.Object} be called by {call.Caller.Object} on port {port.Number} (ingress).");
        }

        foreach (var (address, port) in call.Addresses)
        {
            if (rendering.Policies.Govern(call.Caller.Namespace) && !rendering.Policies.PermitsAddress(call.Caller, address, port))
                yield return Missing(call, $"No policy lets {call.Caller.Object} call {address} on port {port.Number} (egress).");
        }
    }

    private static bool PermitsEgress(ServiceCall call, Rendering rendering, (WorkloadView Workload, PortView Port) answer)
        => !rendering.Policies.Govern(call.Caller.Namespace) || rendering.Policies.PermitsEgress(call.Caller, answer.Workload, answer.Port);

    private static bool PermitsIngress(ServiceCall call, (WorkloadView Workload, PortView Port) answer)
        => !call.Target!.Rendering.Policies.Govern(answer.Workload.Namespace) || call.Target.Rendering.Policies.PermitsIngress(call.Caller, answer.Workload, answer.Port);

    private Finding Missing(ServiceCall call, string what)
        => Report(call.Text.Object, call.Text.Path, what, "Use a reference in the graph instead of text: it gives the policies of both sides.");
}

/// <summary>A policy opens only what somebody uses.</summary>
internal sealed class PolicyEdgeRule() : LintRule("policy-edge", "a policy for a call that nobody makes, or that the other side does not permit")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        var calls = ServiceCall.Of(rendering, context).Where(call => call.Target is not null)
            .SelectMany(call => call.Answering.Select(answer => (call.Caller, answer.Workload))).ToHashSet();
        foreach (var policy in rendering.Policies.Policies.Where(policy => policy.Selector is { } selector && selector.Members().Any()))
        {
            var own = rendering.Select(policy.Selector, policy.Object.Namespace).ToList();
            foreach (var peer in PolicyPeer.Of(policy).Where(peer => peer.IsBeside))
            {
                foreach (var workload in own)
                {
                    foreach (var other in rendering.Select(peer.Selector, policy.Object.Namespace).Where(other => other != workload))
                    {
                        var (from, to) = peer.IsEgress ? (workload, other) : (other, workload);
                        if (!calls.Contains((from, to)) && !Names(rendering, from, to))
                            yield return Report(policy.Object, peer.Path, $"{from.Object} may call {to.Object}, and nothing that it is given names a Service of it.", "Remove the peer, or add the reference to the graph.");
                        else if (!to.Ports.Any(port => peer.IsEgress ? rendering.Policies.PermitsIngress(from, to, port) : rendering.Policies.PermitsEgress(from, to, port)))
                            yield return Report(policy.Object, peer.Path, $"{from.Object} may call {to.Object} by this policy, and the policy of the other side does not permit it.", "Add the other side.");
                    }
                }
            }
        }
    }

    // Host=redis-service;Port=6379: a name in the middle of a text proves no call, and is reason enough for a policy.
    private static bool Names(Rendering rendering, WorkloadView from, WorkloadView to)
    {
        var services = rendering.OfKind("Service").Where(service => service.Namespace == to.Namespace && service.Root.Get("spec", "selector") is { } selector
            && LabelSelector.MatchesAll(selector.TextMembers(), to.Labels)).Select(service => service.Name).ToList();
        return ConfigText.For(from, rendering).Any(text => services.Exists(name => text.Value.Contains(name, StringComparison.Ordinal)));
    }
}
