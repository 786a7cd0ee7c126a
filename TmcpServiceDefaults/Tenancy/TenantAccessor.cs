namespace Tmcp.ServiceDefaults.Tenancy;

/// <summary>The tenant of the request being served, for code that has no <c>HttpContext</c>.</summary>
public sealed class TenantAccessor
{
    /// <summary>Name of the header that carries the tenant between services, in both directions.</summary>
    public const string HeaderName = "X-Tenant";

    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The tenant: 1 to 64 letters, digits, dots, hyphens or underscores; null when the caller named none.</summary>
#pragma warning disable CA1822 // An instance member, so that services take the accessor as a dependency.
    public string? Current
    {
        get => Ambient.Value;
        internal set => Ambient.Value = value;
    }
#pragma warning restore CA1822

    /// <summary>
    /// Says whose work begins, for work that no request carries, such as a job taken up again after a restart. Holds for what is called from
    /// the asynchronous method that calls this, not for its caller.
    /// </summary>
    /// <param name="tenant">The tenant that the work's request named, or null when it named none.</param>
    public void Use(string? tenant) => Current = tenant;
}
