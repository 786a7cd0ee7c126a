namespace Tmcp.Bridge.Transport;

/// <summary>Answers a body that the server refused to read, for its size above all, with the status that it deserves.</summary>
internal sealed class BodyLimitFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.HttpContext.Response.HasStarted)
        {
            return TypedResults.Problem(
                title: "The request body could not be read.",
                detail: $"{exception.Message} Send less, or raise Bridge:MaxRequestBytes.",
                statusCode: exception.StatusCode);
        }
    }
}
