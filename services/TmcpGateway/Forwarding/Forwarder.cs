using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Tmcp.Gateway.Configuration;
using Tmcp.Gateway.Routing;

namespace Tmcp.Gateway.Forwarding;

/// <summary>Passes one request on and its answer back.</summary>
internal sealed class Forwarder(
    UpstreamClient upstream, FailureReport failures, IOptions<GatewayOptions> options, IHostApplicationLifetime lifetime)
{
    private const string EventStream = "text/event-stream";

    private readonly GatewayOptions _options = options.Value;

    // 1. Ask the resource; failures up to here become an answer of the gateway.
    // 2. Copy status and headers, then join the streams (WebSocket) or copy the body.
    // 3. Failures from here on can only be shown by breaking off.
    public async Task ForwardAsync(HttpContext context, GatewayRoute route, RequestTarget target)
    {
        var isWebSocket = WebSocketTunnel.IsAskedFor(context);
        using var timer = FirstByteTimer.Start(AcceptsEvents(context.Request) ? Timeout.InfiniteTimeSpan : _options.FirstByteTimeout, context.RequestAborted);
        using var request = CreateRequest(context, route, target, timer, isWebSocket);

        HttpResponseMessage answer;
        try
        {
            answer = await upstream.SendAsync(request, timer.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or BadHttpRequestException)
        {
            await failures.AnswerAsync(context, route, request.RequestUri!, timer.HasExpired, failure);
            return;
        }

        using (answer)
        {
            timer.Stop();
            context.Response.StatusCode = (int)answer.StatusCode;
            if (answer.ReasonPhrase != ReasonPhrases.GetReasonPhrase((int)answer.StatusCode))
                context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = answer.ReasonPhrase;
            ForwardedHeaders.CopyTo(context.Response, answer);
            try
            {
                if (answer.StatusCode == System.Net.HttpStatusCode.SwitchingProtocols)
                    await TunnelAsync(context, answer, isWebSocket, timer.Token);
                else
                    await CopyBodyAsync(context, answer, timer.Token);
            }
            catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
            {
                await failures.BreakOffAsync(context, route, request.RequestUri!, failure);
            }
        }
    }

    private HttpRequestMessage CreateRequest(HttpContext context, GatewayRoute route, RequestTarget target, FirstByteTimer timer, bool isWebSocket)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), target.At(route.NextAddress(), route.Prefix))
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && !isWebSocket)
            request.Content = new RequestBody(context.Request, timer);
        ForwardedHeaders.CopyTo(request, context, route.Prefix, _options.TrustForwardedHeaders);
        if (isWebSocket)
            WebSocketTunnel.AskFor(request);
        return request;
    }

    private async Task TunnelAsync(HttpContext context, HttpResponseMessage answer, bool isAskedFor, CancellationToken cancellationToken)
    {
        if (!isAskedFor)
            throw new HttpRequestException("The resource switched protocols without being asked to.");

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await WebSocketTunnel.RunAsync(context, answer, end.Token);
    }

    private async Task CopyBodyAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var length = context.Response.ContentLength;
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        if (context.Response.ContentType?.StartsWith(EventStream, StringComparison.OrdinalIgnoreCase) is not true)
        {
            await ResponseBody.CopyAsync(body, length, context.Response, cancellationToken);
            return;
        }

        // Nobody but the client ends a stream of events, so a stop of the gateway has to; it ends in good order.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await ResponseBody.CopyAsync(body, length, context.Response, end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The gateway stops; what was sent is complete up to the last event received.
        }
    }

    private static bool AcceptsEvents(HttpRequest request)
        => request.Headers.Accept.Count > 0 && request.Headers.Accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
}
