using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Tmcp.Tools.Tests;

/// <summary>An HTTP server of the test's own, on a free loopback port.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LocalServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts a server that answers everything by <paramref name="handle"/>.</summary>
    public static async Task<LocalServer> StartAsync(Func<HttpContext, Task> handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(context => handle(context));
        await application.StartAsync();
        return new LocalServer(application);
    }

    /// <summary>The path and query as they stood in the request line, before any decoding.</summary>
    public static string RawTarget(HttpContext context) => context.Features.Get<IHttpRequestFeature>()!.RawTarget;

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
