using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Tmcp.ServiceDefaults;

/// <summary>When a long response has to end.</summary>
public static class StreamLifetime
{
    /// <summary>
    /// A source that is cancelled when the client leaves or when the service stops. A stream that only watched the client would
    /// hold the stop for 30 s.
    /// </summary>
    /// <param name="context">The request of the stream.</param>
    /// <returns>A source to dispose with the stream.</returns>
    public static CancellationTokenSource CreateStreamCancellation(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        return CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
    }
}
