using Microsoft.Extensions.Options;
using Tmcp.Agent.Callers;
using Tmcp.ServiceDefaults.Limits;

namespace Tmcp.Agent.Limits;

/// <summary>Answers 429 with <c>Retry-After</c> to a caller that chats too often. Stands behind the check of the token.</summary>
internal sealed class ChatLimitFilter(UserLimits limits, IOptions<LimitOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await limits.TakeChatAsync(context.HttpContext.GetCaller()) is not { } wait)
            return await next(context);

        var seconds = RateLimiter.ToSeconds(wait);
        context.HttpContext.Response.Headers.RetryAfter = $"{seconds}";
        return TypedResults.Problem(
            $"The account has sent more than {options.Value.ChatsPerMinute} messages within a minute (setting Limits:ChatsPerMinute). Send the message again in {seconds} s.",
            statusCode: StatusCodes.Status429TooManyRequests, title: "Too many messages", type: "urn:tmcp:problem:too-many-chats");
    }
}
