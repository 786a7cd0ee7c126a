using System.Net;
using System.Net.Sockets;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>
/// Where the services outside the cluster are. The base carries the address of the first cluster by name; an environment in a cluster with
/// another address patches it.
/// </summary>
internal sealed class OutsideAddresses
{
    private readonly Dictionary<(string? Environment, string Resource), OutsideAddress> _addresses = [];

    internal OutsideAddresses(SystemGraph graph, PublishSettings settings, Problems problems)
    {
        var clusters = settings.Clusters.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        foreach (var service in graph.OutsideServices)
        {
            var lacking = clusters.Where(cluster => !cluster.Value.Outside.ContainsKey(service.Resource)).Select(cluster => $"'{cluster.Key}'").ToList();
            if (lacking.Count > 0 || clusters.Count == 0)
            {
                problems.Add($"Service '{service.Resource}' runs outside the cluster, and its address is not known in {(lacking.Count > 0 ? "cluster " + string.Join(" and ", lacking) : "any cluster")}. "
                    + $"Write \"{service.Resource}\": \"<IP address or DNS name>\" under 'outside' of the cluster in deploy/settings.json.");
                continue;
            }

            var all = clusters.ConvertAll(cluster => OutsideAddress.Parse(cluster.Value.Outside[service.Resource]));
            _addresses[(null, service.Resource)] = all[0];
            if (all.Any(address => address.Family != all[0].Family))
            {
                problems.Add($"Service '{service.Resource}' has an IP address in one cluster and a name, or an address of another family, in another: "
                    + $"{string.Join(", ", all.Select(address => $"'{address.Text}'"))}. Write addresses of one kind under 'outside' in deploy/settings.json.");
            }

            foreach (var environment in settings.Environments.Keys)
            {
                var own = clusters.Where(cluster => cluster.Value.Environments.Contains(environment)).Select(cluster => OutsideAddress.Parse(cluster.Value.Outside[service.Resource])).Distinct().ToList();
                if (own.Count > 1)
                {
                    problems.Add($"Environment '{environment}' is in clusters that give service '{service.Resource}' different addresses: "
                        + $"{string.Join(", ", own.Select(address => $"'{address.Text}'"))}. An overlay can hold one: write the same address, or make an environment for each cluster.");
                }

                _addresses[(environment, service.Resource)] = own.Count > 0 ? own[0] : all[0];
            }
        }
    }

    /// <summary>The address of a service.</summary>
    /// <param name="resource">Its name in the manifest.</param>
    /// <param name="environment">Null: the base.</param>
    internal OutsideAddress Of(string resource, string? environment) => _addresses[(environment, resource)];
}

/// <summary>An IP address or a DNS name.</summary>
internal sealed record OutsideAddress(string Text, AddressFamily Family)
{
    internal bool IsName => Family == AddressFamily.Unspecified;

    /// <summary>The narrowest block that holds it. A policy cannot name a host, so a name means every address.</summary>
    internal string Cidr => Family switch
    {
        AddressFamily.InterNetwork => Text + "/32",
        AddressFamily.InterNetworkV6 => Text + "/128",
        _ => "0.0.0.0/0",
    };

    internal static OutsideAddress Parse(string text)
        => IPAddress.TryParse(text, out var address) ? new OutsideAddress(address.ToString(), address.AddressFamily) : new OutsideAddress(text, AddressFamily.Unspecified);
}
