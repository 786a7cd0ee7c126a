using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Tmcp.ServiceDefaults.Resilience;

/// <summary>Sends through a pipeline of timeouts, retries and a circuit breaker, one pipeline per authority.</summary>
internal sealed class ResilienceHandler(string clientName, HttpResilienceOptions options, TimeProvider clock) : DelegatingHandler
{
    // A client talks to a handful of authorities; past this a breaker is shared, so that a hostile name cannot grow the table.
    private const int MaxAuthorities = 64;

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _pipelines = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var authority = request.RequestUri?.Authority ?? "";
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var address = request.RequestUri;
        context.Properties.Set(HttpResiliencePipeline.Retryable, HttpResiliencePipeline.IsRetryable(request));
        try
        {
            return await PipelineFor(authority).ExecuteAsync(
                async (attempt, message) =>
                {
                    message.RequestUri = address;
                    return await base.SendAsync(message, attempt.CancellationToken);
                },
                context,
                request);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new HttpRequestException(
                HttpRequestError.Unknown,
                $"HTTP client '{clientName}' got no answer from '{authority}' within {exception.Timeout.TotalSeconds:0.#} s. Check that the service is healthy.",
                exception);
        }
        catch (BrokenCircuitException exception)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"HTTP client '{clientName}' is not calling '{authority}' for up to {options.BreakDuration.TotalSeconds:0.#} s because its last calls failed. Check that the service is healthy.",
                exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> PipelineFor(string authority)
    {
        var key = _pipelines.ContainsKey(authority) || _pipelines.Count < MaxAuthorities ? authority : "";
        return _pipelines.GetOrAdd(key, _ => HttpResiliencePipeline.Create(options, clock));
    }
}
