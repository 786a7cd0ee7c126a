using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Tmcp.Agent.Callers;

/// <summary>Lets a request pass with a valid user token only, and leaves the <see cref="Caller"/> among the request's features.</summary>
internal sealed class CallerFilter(TokenCheck check) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (ReadToken(http.Request) is not { } token)
            return Unauthorized(http, "The request carries no token: send 'Authorization: Bearer <token of a PocketBase user>'.");

        switch (await check.CheckAsync(token, http.RequestAborted))
        {
            case TokenVerdict.Accepted(var userId):
                http.Features.Set(new Caller(userId, token));
                return await next(context);
            case TokenVerdict.Refused(var reason):
                return Unauthorized(http, reason);
            case TokenVerdict.Unknown(var reason):
                return TypedResults.Problem(
                    $"{reason} See its log, and try again.", statusCode: StatusCodes.Status503ServiceUnavailable,
                    title: "The token could not be checked", type: "urn:tmcp:problem:token-check-unavailable");
            default:
                throw new InvalidOperationException("A verdict on a token is one of three: accepted, refused, unknown.");
        }
    }

    // PocketBase itself takes the raw token as well as the Bearer form, in any case.
    private static string? ReadToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString().Trim();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : header;
        return token.Length == 0 || token.Contains(' ') || token.Equals("bearer", StringComparison.OrdinalIgnoreCase) ? null : token;
    }

    private static ProblemHttpResult Unauthorized(HttpContext http, string detail)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return TypedResults.Problem(
            detail, statusCode: StatusCodes.Status401Unauthorized, title: "A PocketBase user's token is needed",
            type: "urn:tmcp:problem:unauthorized");
    }
}
