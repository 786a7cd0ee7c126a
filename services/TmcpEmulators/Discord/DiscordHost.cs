using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tmcp.ServiceDefaults;
using TmcpEmulators.Discord.Faults;
using TmcpEmulators.Discord.Inbox;
using TmcpEmulators.Discord.Webhooks;
using TmcpEmulators.Pages;

namespace TmcpEmulators.Discord;

/// <summary>Builds and runs the web application behind the sub-command.</summary>
internal static class DiscordHost
{
    public static async Task RunAsync(DiscordSettings settings, CancellationToken cancellationToken)
    {
        await using var app = Create(settings);
        await app.StartAsync(cancellationToken);
        DiscordBanner.Write(Console.Out, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses, settings);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The application, not started. <paramref name="configure"/> lets tests be quiet and bring a clock.</summary>
    public static WebApplication Create(DiscordSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<IStartupFilter, TokenFreePath>(); // first, so outside of everything
        builder.AddServiceDefaults();
        EmulatorAddress.Bind(builder, settings.Urls, DiscordSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBytes);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // its scope puts the path, with the token, on every line
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<MessageStore>();
        builder.Services.AddSingleton<RateLimiter>();
        builder.Services.AddSingleton<FaultPlan>();
        if (settings.DataFolder is { } folder)
            builder.Services.AddSingleton(_ => new MessageFile(folder));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<MessageStore>().Load();
        app.Use((context, next) =>
        {
            context.Response.Headers[EmulatorAddress.HeaderName] = "discord";
            return next(context);
        });
        app.MapDefaultEndpoints();
        app.MapPage("Discord", pictures: "https:", "inbox.html", "inbox.css", "inbox.js", "markdown.js");
        app.MapInbox();
        app.MapFaults();
        app.MapWebhooks();
        app.MapFallback(() => WebhookGuard.Answer(ApiError.NotFound, StatusCodes.Status404NotFound));
        return app;
    }
}
