using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Tmcp.Gateway.Tests.Infrastructure;

/// <summary>A resource behind the gateway: a real server whose handler the test gives.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    /// <summary>Targets of the requests received, byte for byte.</summary>
    public ConcurrentQueue<string> Targets { get; } = new();

    /// <summary>Address without a slash at the end.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>A resource that answers with the target of the request.</summary>
    public static Task<Upstream> StartAsync() => StartAsync(context => context.Response.WriteAsync(TargetOf(context)));

    /// <summary>A resource with a handler.</summary>
    public static async Task<Upstream> StartAsync(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = null;
            server.Limits.MinResponseDataRate = null;
            server.Limits.MaxRequestLineSize = 64 * 1024;
            server.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            server.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
            server.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        });
        var upstream = new Upstream(builder.Build());
        upstream._app.UseWebSockets();
        upstream._app.Run(context =>
        {
            upstream.Targets.Enqueue(TargetOf(context));
            return handler(context);
        });
        await upstream._app.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
