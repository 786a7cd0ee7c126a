using System.Net.Sockets;
using Tmcp.Gateway.Routing;

namespace Tmcp.Gateway.Forwarding;

/// <summary>What a caller is told when a resource does not answer.</summary>
internal sealed partial class FailureReport(ILogger<FailureReport> logger)
{
    private const string Advice = "See its state and log in the dashboard, start it if it is stopped, and try again.";

    /// <summary>Answers in place of the resource. A client that left is only noted.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">Its route.</param>
    /// <param name="address">Where the resource was expected.</param>
    /// <param name="expired">Whether the resource was silent for too long.</param>
    /// <param name="failure">What went wrong.</param>
    public Task AnswerAsync(HttpContext context, GatewayRoute route, Uri address, bool expired, Exception failure)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            ClientLeft(logger, route.Resource);
            context.Abort();
            return Task.CompletedTask;
        }

        // The caller's own fault, found while its body was read: too large, too slow, malformed.
        if (FindCause<BadHttpRequestException>(failure) is { } fault)
        {
            return WriteAsync(context, fault.StatusCode, "bad-request", "The request could not be passed on.",
                $"Its body could not be read: {fault.Message} Correct the request and send it again.");
        }

        var origin = address.GetLeftPart(UriPartial.Authority);
        if (expired || failure is OperationCanceledException)
        {
            Silent(logger, route.Resource, origin);
            return WriteAsync(context, StatusCodes.Status504GatewayTimeout, "timeout", $"'{route.Resource}' did not answer in time.",
                $"Resource '{route.Resource}' at {origin} {(expired ? "took the request and was silent for too long" : "did not accept the connection in time")}. {Advice}");
        }

        var reason = Reason(failure);
        Unreachable(logger, route.Resource, origin, reason);
        return WriteAsync(context, StatusCodes.Status502BadGateway, "unreachable", $"'{route.Resource}' cannot be reached.",
            $"Resource '{route.Resource}' at {origin}: {reason}. {Advice}");
    }

    /// <summary>The resource broke off. Once the answer has begun, the client can only be shown that it is incomplete.</summary>
    public Task BreakOffAsync(HttpContext context, GatewayRoute route, Uri address, Exception failure)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.Clear();
            return AnswerAsync(context, route, address, expired: false, failure);
        }

        if (context.RequestAborted.IsCancellationRequested)
            ClientLeft(logger, route.Resource);
        else
            BrokeOff(logger, route.Resource, failure.Message);
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, string kind, string title, string detail)
        => TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:tmcp:gateway:{kind}").ExecuteAsync(context);

    private static string Reason(Exception failure) => FindCause<SocketException>(failure)?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "nothing listens there",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "the host name is not known",
        SocketError.ConnectionReset => "it closed the connection before it answered",
        { } other => $"the connection failed ({other})",
        null => failure is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            ? "it closed the connection before it answered"
            : "its answer was not valid HTTP",
    };

    private static T? FindCause<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T cause)
                return cause;
        }

        return null;
    }

    [LoggerMessage(4001, LogLevel.Warning, "Resource {Resource} at {Address} cannot be reached: {Reason}.")]
    private static partial void Unreachable(ILogger logger, string resource, string address, string reason);

    [LoggerMessage(4002, LogLevel.Warning, "Resource {Resource} at {Address} did not answer in time.")]
    private static partial void Silent(ILogger logger, string resource, string address);

    [LoggerMessage(4003, LogLevel.Warning, "Resource {Resource} broke off in the middle of its answer: {Reason}")]
    private static partial void BrokeOff(ILogger logger, string resource, string reason);

    [LoggerMessage(4004, LogLevel.Debug, "The client of {Resource} left before the end of its answer.")]
    private static partial void ClientLeft(ILogger logger, string resource);
}
