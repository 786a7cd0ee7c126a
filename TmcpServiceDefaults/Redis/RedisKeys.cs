using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Names keys <c>tenant:area:…</c>. What a person wrote never stands in a key: see <see cref="Hash"/>.</summary>
/// <param name="tenants">Who asks.</param>
/// <param name="options">Names the tenant of requests that name none.</param>
public sealed class RedisKeys(TenantAccessor tenants, IOptions<RedisOptions> options)
{
    /// <summary>A key of the tenant of the request being served.</summary>
    /// <param name="area">What it is about, for example <c>chat</c>.</param>
    /// <param name="parts">Ids, outermost first. A colon in one is escaped.</param>
    public string OfTenant(string area, params ReadOnlySpan<string> parts) => Join(tenants.Current ?? options.Value.Tenant, area, parts);

    /// <summary>
    /// A key that is the same whatever tenant a request names: for what must not multiply when a caller makes up tenants, as a limit does.
    /// </summary>
    /// <param name="area">What it is about, for example <c>limits</c>.</param>
    /// <param name="parts">Ids, outermost first. A colon in one is escaped.</param>
    public string OfDeployment(string area, params ReadOnlySpan<string> parts) => Join(options.Value.Tenant, area, parts);

    /// <summary>32 hexadecimal digits for a text that somebody wrote: half of its SHA-256.</summary>
    /// <param name="text">Any text.</param>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Join(string tenant, string area, ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder(tenant).Append(':').Append(area);
        foreach (var part in parts)
            key.Append(':').Append(Uri.EscapeDataString(part));
        return key.ToString();
    }
}
