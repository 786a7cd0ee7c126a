using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tmcp.ServiceDefaults;
using TmcpEmulators.Facebook.Faults;
using TmcpEmulators.Facebook.Graph;
using TmcpEmulators.Facebook.Posts;
using TmcpEmulators.Pages;

namespace TmcpEmulators.Facebook;

/// <summary>Builds and runs the web application behind the sub-command.</summary>
internal static class FacebookHost
{
    public static async Task RunAsync(FacebookSettings settings, CancellationToken cancellationToken)
    {
        await using var app = Create(settings);
        await app.StartAsync(cancellationToken);
        FacebookBanner.Write(Console.Out, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses, settings);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The application, not started. <paramref name="configure"/> lets tests be quiet and bring a clock.</summary>
    public static WebApplication Create(FacebookSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<IStartupFilter, TokenFreeQuery>(); // first, so outside of everything
        builder.AddServiceDefaults();
        EmulatorAddress.Bind(builder, settings.Urls, FacebookSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBytes);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // its first line has the query, before anything can take a token out of it
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<PostStore>();
        builder.Services.AddSingleton<CallMeter>();
        builder.Services.AddSingleton<FaultPlan>();
        if (settings.DataFolder is { } folder)
            builder.Services.AddSingleton(_ => new PostFolder(folder));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<PostStore>().Load();
        app.Use((context, next) =>
        {
            context.Response.Headers[EmulatorAddress.HeaderName] = "facebook";
            return next(context);
        });
        app.MapDefaultEndpoints();
        app.MapPage("Facebook", pictures: "http: https:", "page.html", "page.css", "page.js");
        app.MapPosts();
        app.MapFaults();
        app.MapGraph();
        app.MapFallback(context => GraphError.UnknownPath(context.Request.Path).ExecuteAsync(context));
        return app;
    }
}
