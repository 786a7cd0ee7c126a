using System.Text.Json.Nodes;

namespace TmcpEmulators.Elasticsearch.Hosting;

/// <summary>Marks every answer as Elasticsearch's and as the emulator's, and gives errors their shape.</summary>
internal sealed class ElasticsearchPipeline(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The official clients refuse to work with anything that does not say this.
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        context.Response.Headers[EmulatorAddress.HeaderName] = "elasticsearch";
        try
        {
            Parameters.Check(context.Request);
            await next(context);
        }
        catch (ElasticsearchError error) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, error);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, new ElasticsearchError(exception.StatusCode, "content_too_long_exception", exception.Message));
        }
    }

    private static Task WriteAsync(HttpContext context, ElasticsearchError error) => Reply.WriteAsync(context, error.ToBody(), error.Status);
}
