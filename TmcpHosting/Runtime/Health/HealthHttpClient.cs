namespace Aspire.Hosting.ApplicationModel;

/// <summary>The client of all HTTP health checks: no proxy, no redirects (the answer of the URL itself counts), no cookies.</summary>
internal static class HealthHttpClient
{
    public static HttpClient Shared { get; } = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,

        // A restarted resource listens on another port behind the same address: do not keep connections longer than a probe pause.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
