using Microsoft.AspNetCore.Http.Features;

namespace Tmcp.Bridge.Transport;

internal static class StreamHeaders
{
    /// <summary>Makes the response an event stream that nothing on the way may hold back.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache,no-store";
        headers.ContentEncoding = "identity";
        headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }
}
