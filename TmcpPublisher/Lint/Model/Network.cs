using System.Net;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Model;

/// <summary>Blocks of addresses in policies.</summary>
internal static class Network
{
    internal static bool Contains(JsonNode? block, string address) => IPAddress.TryParse(address, out var parsed)
        && Contains(block.Get("cidr").Text(), parsed)
        && !block.Get("except").Texts().Any(except => Contains(except, parsed));

    /// <summary>The only address of a block; null for a block of several.</summary>
    internal static string? SingleAddress(JsonNode? block) => block.Get("cidr").Text()?.Split('/') is [var address, "32" or "128"] ? address : null;

    private static bool Contains(string? cidr, IPAddress address) => IPNetwork.TryParse(cidr, out var network) && network.Contains(address);
}
