using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Tmcp.ServiceDefaults.Discovery;

/// <summary>
/// Turns <c>http://bridge/path</c> into the address that configuration gives for <c>services:bridge:http:0</c> (environment
/// variable <c>services__bridge__http__0</c>). Several addresses are used in turn. A host that is not a service stays as it is.
/// </summary>
public sealed class ServiceAddresses(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, int> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Resolves one request address.</summary>
    /// <param name="address">An absolute address. The scheme <c>https+http</c> means: https if the service has it, else http.</param>
    /// <returns>The address to call; <paramref name="address"/> itself when its host names no known service.</returns>
    public Uri Resolve(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var section = configuration.GetSection($"services:{address.Host}");
        foreach (var scheme in address.Scheme.Split('+'))
        {
            var addresses = section.GetSection(scheme).GetChildren().Select(child => child.Value).OfType<string>().ToArray();
            if (addresses.Length > 0)
                return Combine(addresses[NextTurn(address.Host, addresses.Length)], address);
        }

        return address.Scheme.Contains('+', StringComparison.Ordinal)
            ? new UriBuilder(address) { Scheme = address.Scheme.Split('+')[^1] }.Uri
            : address;
    }

    private int NextTurn(string host, int count) =>
        count == 1 ? 0 : (int)((uint)_turns.AddOrUpdate(host, 0, (_, turn) => unchecked(turn + 1)) % (uint)count);

    private static Uri Combine(string target, Uri address)
    {
        var builder = new UriBuilder(target);
        builder.Path = builder.Path.TrimEnd('/') + address.AbsolutePath;
        builder.Query = address.Query;
        return builder.Uri;
    }
}
