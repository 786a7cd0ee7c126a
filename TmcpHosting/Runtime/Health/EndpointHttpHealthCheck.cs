using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Healthy when a GET of a path of an endpoint answers with one exact status code.</summary>
/// <remarks>
/// A process is asked at its own port where that is known: the proxy in front accepts connections for a process that does
/// not listen yet and tries again after 0.2 s, 0.4 s and so on, so that a probe would come back up to a second late.
/// </remarks>
/// <param name="endpoint">The endpoint; it need not be allocated yet.</param>
/// <param name="path">Path and query, with or without the first slash.</param>
/// <param name="expectedStatus">The status code, such as 200.</param>
/// <param name="client">Sends the request; without redirects and with no timeout of its own.</param>
internal sealed class EndpointHttpHealthCheck(EndpointReference endpoint, string path, int expectedStatus, HttpClient client) : IHealthCheck
{
    /// <summary>How long one probe may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private const int LongestExcerpt = 200;

    public EndpointHttpHealthCheck(EndpointReference endpoint, string path, int expectedStatus)
        : this(endpoint, path, expectedStatus, HealthHttpClient.Shared)
    {
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!endpoint.IsAllocated)
            return Failure(context, $"Endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' has no address yet.");

        var listeners = endpoint.EndpointAnnotation.Listeners;
        if (listeners is { IsEmpty: true })
            return Failure(context, $"No process listens behind {endpoint.Url} yet.");

        var url = new Uri(new Uri(endpoint.Url), path);
        var request = $"GET {url.GetLeftPart(UriPartial.Path)}"; // a query may carry a key
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            var listener = listeners?.Only;
            if (listener is not null && !await ListeningPort.IsOpenAsync(listener, limit.Token).ConfigureAwait(false))
                return Failure(context, $"{request} failed: the process does not listen at {listener}.");

            using var question = Ask(url, listener);
            using var response = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status == expectedStatus)
                return HealthCheckResult.Healthy($"{request} answered {status}.");

            var excerpt = await ExcerptAsync(response, limit.Token).ConfigureAwait(false);
            return Failure(context, $"{request} answered {status}, expected {expectedStatus}{excerpt}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure(context, $"{request} did not answer within {Timeout.TotalSeconds:0} s.");
        }
        catch (HttpRequestException exception)
        {
            return Failure(context, $"{request} failed: {exception.Message}", exception);
        }
    }

    // The process sees the name it is known by, whichever port the request takes.
    private static HttpRequestMessage Ask(Uri url, string? listener)
        => listener is null
            ? new HttpRequestMessage(HttpMethod.Get, url)
            : new HttpRequestMessage(HttpMethod.Get, new Uri($"{url.Scheme}://{listener}{url.PathAndQuery}")) { Headers = { Host = url.Authority } };

    private static HealthCheckResult Failure(HealthCheckContext context, string description, Exception? exception = null)
        => new(context.Registration.FailureStatus, description, exception);

    // What a service says about its own dependencies is the best reason there is; a web page is none.
    private static async Task<string> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json" or "text/plain"))
            return "";

        var buffer = new char[LongestExcerpt];
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        var length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        var text = new string(buffer, 0, length).ReplaceLineEndings(" ").Trim();
        return text.Length == 0 ? "" : $": {text}{(length == LongestExcerpt ? "…" : "")}";
    }
}
