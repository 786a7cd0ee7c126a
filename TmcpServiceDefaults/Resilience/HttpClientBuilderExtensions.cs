using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.ServiceDefaults;

/// <summary>How one HTTP client departs from the defaults.</summary>
public static class HttpClientBuilderExtensions
{
    /// <summary>
    /// For event streams and model calls: no total timeout, no attempt timeout and no retry, because half an answer may already
    /// have been passed on. The circuit breaker stays.
    /// </summary>
    /// <param name="builder">The client's builder.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder WithStreaming(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<Resilience.HttpResilienceOptions>(builder.Name, options => options.Streaming = true);
        return builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
    }
}
