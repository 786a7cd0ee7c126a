using Microsoft.Extensions.Configuration;

namespace Tmcp.ServiceDefaults.Health;

/// <summary>
/// Asks the service that runs in the same container how it is, for images that have no shell and no <c>curl</c>:
/// <c>HEALTHCHECK CMD ["dotnet", "TmcpBridge.dll", "--health"]</c>.
/// </summary>
public static class HealthProbe
{
    /// <summary>The only argument of a program that is started as a probe.</summary>
    public const string Argument = "--health";

    private const string Loopback = "127.0.0.1";

    // Below the timeout of the images' HEALTHCHECK, so that the reason is written before the engine gives up.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Asks <c>GET /health</c> at the address that the environment gives the service.</summary>
    /// <param name="cancellationToken">Ends the probe.</param>
    /// <returns>The exit code: 0 when healthy or degraded, else 1, the reason being on standard error.</returns>
    public static Task<int> RunAsync(CancellationToken cancellationToken = default) => RunAsync(
        new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables().Build(),
        Console.Error,
        cancellationToken);

    internal static async Task<int> RunAsync(IConfiguration configuration, TextWriter errors, CancellationToken cancellationToken)
    {
        if (AddressIn(configuration) is not { } address)
        {
            await errors.WriteLineAsync("The health cannot be asked for: no port is configured. Set ASPNETCORE_HTTP_PORTS.");
            return 1;
        }

        try
        {
            using var client = new HttpClient { Timeout = Limit };
            using var response = await client.GetAsync(new Uri(address, "/health"), cancellationToken);
            if (response.IsSuccessStatusCode)
                return 0;
            await errors.WriteLineAsync($"GET {address}health answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await errors.WriteLineAsync($"GET {address}health failed: {exception.Message}");
        }

        return 1;
    }

    /// <summary>
    /// Where the service listens, by the rules of ASP.NET Core: the first plain address of <c>URLS</c>, such as <c>http://*:7999</c>, before the first
    /// of <c>HTTP_PORTS</c>, such as <c>7999;8080</c>. Null when neither is set.
    /// </summary>
    internal static Uri? AddressIn(IConfiguration configuration)
    {
        var url = Parts(configuration["urls"]).FirstOrDefault(part => part.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        if (url is null)
            return Parts(configuration["http_ports"]).FirstOrDefault() is { } port ? new Uri($"http://{Loopback}:{port}/") : null;
        foreach (var any in (string[])["*", "+", "0.0.0.0", "[::]"])
            url = url.Replace($"//{any}", $"//{Loopback}", StringComparison.Ordinal);
        return new Uri(url);
    }

    private static string[] Parts(string? value) => (value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
