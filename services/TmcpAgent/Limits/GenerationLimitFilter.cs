using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Agent.Limits;

/// <summary>Answers 429 with <c>Retry-After</c> to a caller that generates too often. Stands behind the check of the token.</summary>
internal sealed class GenerationLimitFilter(UserLimits limits, IOptions<LimitOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await limits.TakeGenerationAsync(context.HttpContext.GetCaller()) is not { } wait)
            return await next(context);

        var seconds = RateLimiter.ToSeconds(wait);
        context.HttpContext.Response.Headers.RetryAfter = $"{seconds}";
        return TypedResults.Problem(
            $"The account has asked for more than {options.Value.GenerationsPerMinute} results within a minute (setting Limits:GenerationsPerMinute). Ask again in {seconds} s.",
            statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests", type: "urn:tmcp:problem:too-many-generations");
    }
}
