using Tmcp.AiOps.Intake;

namespace Tmcp.AiOps.Redis;

/// <summary>Answers 503 with the reason when Redis is away.</summary>
internal sealed class StoreFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreException exception)
        {
            context.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable(exception.Message);
        }
    }
}
