using Microsoft.Extensions.Options;
using Tmcp.Agent.Generation.Batch;
using Tmcp.Agent.Generation.Briefs;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Jobs;

internal static class JobExtensions
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsValidator>();
        services.AddOptions<JobOptions>()
            .BindConfiguration(JobOptions.Section)
            .WithSetting("POCKETBASE_PASSWORD", (options, value) => options.Key ??= value)
            .WithSetting("AGENT_JOB_KEY", (options, value) => options.Key = value)
            .WithSetting("BATCH_MAX_CONCURRENT", (options, value) => options.Concurrency = int.TryParse(value, out var number) ? number : 0)
            .ValidateOnStart();
        services.AddSingleton<TokenVault>().AddSingleton<JobKeys>().AddSingleton<JobArchive>().AddSingleton<JobDirectory>();
        services.AddSingleton<JobRunner>().AddSingleton<JobStarter>().AddSingleton<JobStream>();
        services.AddSingleton<BrandGuardian>().AddSingleton<IJobWork, BatchWork>().AddSingleton<IJobWork, BriefsWork>();
        services.AddHostedService<JobKeeper>();
        return services;
    }

    public static void MapJobRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapJob<BatchRequest>("/batch-generate-posts", BatchWork.JobKind, "Makes master contents and their variants for all platforms, on the server");
        routes.MapJob<BriefsRequest>("/generate-content-briefs", BriefsWork.JobKind, "Makes briefs for every funnel stage, on the server");
        routes.MapJobs();
    }
}
