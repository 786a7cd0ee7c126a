using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Tmcp.ServiceDefaults.Resilience;

/// <summary>Total timeout, retry, circuit breaker, attempt timeout; from the outside in.</summary>
internal static class HttpResiliencePipeline
{
    internal static readonly ResiliencePropertyKey<bool> Retryable = new("tmcp.retryable");

    internal static ResiliencePipeline<HttpResponseMessage> Create(HttpResilienceOptions options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (!options.Streaming)
        {
            builder.AddTimeout(options.TotalTimeout);
            builder.AddRetry(Retry(options));
        }

        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            // Half of at least 20 calls within 10 s: a restart of the other side (about 1 s) does not open it.
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = options.BreakDuration,
            ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
        });
        if (!options.Streaming)
            builder.AddTimeout(options.AttemptTimeout);
        return builder.Build();
    }

    /// <summary>Whether sending the same message twice is safe: an idempotent method, and content that can be read again.</summary>
    internal static bool IsRetryable(HttpRequestMessage request) =>
        (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options
            || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete)
        && request.Content is null or ByteArrayContent or ReadOnlyMemoryContent;

    private static RetryStrategyOptions<HttpResponseMessage> Retry(HttpResilienceOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Context.Properties.GetValue(Retryable, defaultValue: false) && IsTransient(arguments.Outcome)),
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta),
        OnRetry = arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result: { } response } => response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        _ => false,
    };
}
