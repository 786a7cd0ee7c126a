namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Ports that the user named must be free before anything is started.</summary>
internal static class DashboardPorts
{
    /// <summary>Looks at every listener.</summary>
    /// <exception cref="DistributedApplicationException">A port is taken, or named twice.</exception>
    public static void EnsureFree(DashboardSettings settings)
    {
        (string Setting, DashboardAddress Address)[] listeners =
        [
            .. settings.Frontend.Select(address => ("ASPNETCORE_URLS", address)),
            ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", settings.OtlpGrpc),
            ("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", settings.OtlpHttp),
        ];
        var seen = new Dictionary<int, string>();
        foreach (var (setting, address) in listeners)
        {
            if (!seen.TryAdd(address.Port, setting) && (setting != "ASPNETCORE_URLS" || seen[address.Port] != setting))
            {
                throw new DistributedApplicationException(
                    $"The dashboard cannot use port {address.Port} for both {seen[address.Port]} and {setting}: the first speaks another protocol. Give each its own port.");
            }

            if (address.IsTaken())
            {
                throw new DistributedApplicationException(
                    $"The dashboard cannot listen on {address.Binding} ({setting}): port {address.Port} is taken. Stop the program that uses it (another AppHost?), or set {setting} to another address.");
            }
        }
    }
}
