using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tmcp.ServiceDefaults;
using TmcpEmulators.Elasticsearch.Api;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch;

/// <summary>Builds and runs the web application behind the sub-command.</summary>
internal static class ElasticsearchHost
{
    public static async Task RunAsync(ElasticsearchSettings settings, CancellationToken cancellationToken)
    {
        await using var app = Create(settings);
        await app.StartAsync(cancellationToken);
        ElasticsearchBanner.Write(Console.Out, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses, settings);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The application with its data loaded, not started. <paramref name="configure"/> lets tests be quiet and bring a clock.</summary>
    public static WebApplication Create(ElasticsearchSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        EmulatorAddress.Bind(builder, settings.Urls, ElasticsearchSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.MaxRequestBytes);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddRequestDecompression(); // clients may send gzip
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IndexCatalog>();
        builder.Services.AddHostedService<Retention>();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<IndexCatalog>().Load();
        app.UseMiddleware<ElasticsearchPipeline>();
        app.UseRequestDecompression();
        app.MapDefaultEndpoints();
        app.MapCluster();
        app.MapTemplates();
        app.MapBulk();
        app.MapSearch();
        app.MapDocuments();
        app.MapIndexes();
        app.MapFallback(context => throw ElasticsearchError.Argument($"no handler found for uri [{context.Request.Path}] and method [{context.Request.Method}]"));
        return app;
    }
}
