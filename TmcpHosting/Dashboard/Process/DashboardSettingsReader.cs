using System.Security.Cryptography;
using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Reads what the launch profile, the command line and the user's secrets say about the dashboard; the rest is made up.</summary>
/// <param name="configuration">The AppHost's configuration.</param>
/// <param name="options">The AppHost's options.</param>
/// <param name="applicationName">Name of the AppHost's program.</param>
internal sealed class DashboardSettingsReader(IConfiguration configuration, DistributedApplicationOptions options, string applicationName)
{
    public const string OtlpApiKeyName = "AppHost:OtlpApiKey";
    public const string BrowserTokenName = "AppHost:BrowserToken";
    public const string FrontendUrls = "ASPNETCORE_URLS";
    private const string OtlpGrpcUrl = "DASHBOARD_OTLP_ENDPOINT_URL";
    private const string OtlpHttpUrl = "DASHBOARD_OTLP_HTTP_ENDPOINT_URL";
    private const string ResourceServiceUrl = "RESOURCE_SERVICE_ENDPOINT_URL";

    /// <summary>Reads everything once.</summary>
    /// <param name="secrets">Keeps the telemetry key for the next runs; a key that changes would make long-lived containers start anew.</param>
    /// <exception cref="DistributedApplicationException">An address is wrong.</exception>
    public DashboardSettings Read(UserSecretsStore secrets)
    {
        return new DashboardSettings
        {
            ApplicationName = options.DashboardApplicationName ?? WithoutSuffix(applicationName),
            Frontend = ReadFrontend(),
            OtlpGrpc = ReadAddress(OtlpGrpcUrl),
            OtlpHttp = ReadAddress(OtlpHttpUrl),
            ResourceServicePort = ReadResourceServicePort(),
            BrowserToken = Find("DASHBOARD_FRONTEND_BROWSERTOKEN") ?? configuration[BrowserTokenName] ?? NewKey(),
            OtlpApiKey = ReadOtlpApiKey(secrets),
            ResourceServiceApiKey = Find("DASHBOARD_RESOURCESERVICE_APIKEY") ?? NewKey(),
            AllowsAnonymous = bool.TryParse(Find("DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"), out var anonymous) && anonymous,
            PassedOn = configuration.AsEnumerable()
                .Where(setting => setting.Key.StartsWith("ASPIRE_DASHBOARD_", StringComparison.OrdinalIgnoreCase) && setting.Value is not null)
                .ToDictionary(setting => setting.Key.ToUpperInvariant(), setting => setting.Value!, StringComparer.Ordinal),
        };
    }

    private bool RandomizePorts => configuration.GetValue<bool>("DcpPublisher:RandomizePorts");

    private IReadOnlyList<DashboardAddress> ReadFrontend()
    {
        var urls = (configuration[FrontendUrls] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return urls.Length == 0
            ? [new DashboardAddress("http", "localhost", FreePorts.Next())]
            : [.. urls.Take(4).Select(url => WithPort(DashboardAddress.Parse(url, FrontendUrls)))];
    }

    private DashboardAddress ReadAddress(string name) =>
        Find(name) is { } url
            ? WithPort(DashboardAddress.Parse(url, $"ASPIRE_{name}"))
            : new DashboardAddress("http", "localhost", FreePorts.Next());

    private DashboardAddress WithPort(DashboardAddress address) =>
        address.Port == 0 || RandomizePorts ? address with { Port = FreePorts.Next() } : address;

    private int ReadResourceServicePort()
    {
        if (Find(ResourceServiceUrl) is not { } url)
            return 0;

        var address = DashboardAddress.Parse(url, $"ASPIRE_{ResourceServiceUrl}");
        if (address.Scheme != "http" || address.Host is not ("localhost" or "127.0.0.1"))
        {
            throw new DistributedApplicationException(
                $"The resource service cannot listen on '{url}' (ASPIRE_{ResourceServiceUrl}): it is for the dashboard on this machine. Write http://localhost:PORT, or leave the setting out.");
        }

        return RandomizePorts ? 0 : address.Port;
    }

    // Tests randomise ports to run beside each other: they leave the user's secrets alone too.
    private string ReadOtlpApiKey(UserSecretsStore secrets) =>
        configuration[OtlpApiKeyName] is { Length: > 0 } known ? known
        : secrets.IsAvailable && !RandomizePorts ? secrets.GetOrAdd(OtlpApiKeyName, NewKey)
        : NewKey();

    // Each setting has an older name that still counts.
    private string? Find(string name) =>
        new[] { $"ASPIRE_{name}", $"DOTNET_{name}" }.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string WithoutSuffix(string name)
    {
        const string suffix = "AppHost";
        var rest = name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length].TrimEnd('.') : name;
        return rest.Length > 0 ? rest : name;
    }
}
