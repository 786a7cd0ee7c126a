using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tmcp.ServiceDefaults;
using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Hosting;
using TmcpEmulators.Ollama.Native;
using TmcpEmulators.Ollama.OpenAi;
using TmcpEmulators.Ollama.Rules;

namespace TmcpEmulators.Ollama;

/// <summary>Builds and runs the web application behind the sub-command.</summary>
internal static class OllamaHost
{
    public static async Task RunAsync(OllamaSettings settings, CancellationToken cancellationToken)
    {
        await using var app = Create(settings);
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Banner.Write(Console.Out, addresses, settings);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The application, not started. <paramref name="logging"/> lets tests be quiet.</summary>
    public static WebApplication Create(OllamaSettings settings, Action<ILoggingBuilder>? logging = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.BindAddress(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBytes);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // a line for every request would hide the banner
        logging?.Invoke(builder.Logging);
        // Ollama has no health page: this is what clients and the stack ask instead.
        builder.Services.AddProbePath("/api/version");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<ModelCatalog>();
        builder.Services.AddSingleton<LoadedModels>();
        builder.Services.AddSingleton<RuleModel>();
        builder.Services.AddSingleton<Completer>();

        var app = builder.Build();
        app.UseMiddleware<EmulatorErrors>();
        app.MapDefaultEndpoints();
        app.MapServerInfo();
        app.MapModels();
        app.MapPull();
        app.MapChat();
        app.MapGenerate();
        app.MapOpenAiModels();
        app.MapOpenAiChat();
        app.MapUnsupported();
        return app;
    }

    private static void BindAddress(this WebApplicationBuilder builder, OllamaSettings settings)
    {
        if (settings.Urls is { } urls)
            builder.WebHost.UseUrls(urls);
        else if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(OllamaSettings.DefaultUrl);
    }
}
