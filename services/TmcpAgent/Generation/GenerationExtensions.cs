using Microsoft.Extensions.Options;
using Tmcp.Agent.Generation.Answers;
using Tmcp.Agent.Generation.Brands;
using Tmcp.Agent.Generation.Context;
using Tmcp.Agent.Generation.Customers;
using Tmcp.Agent.Generation.Masters;
using Tmcp.Agent.Generation.Prompts;
using Tmcp.Agent.Generation.Runs;
using Tmcp.Agent.Generation.Strategies;
using Tmcp.Agent.Generation.Variants;
using Tmcp.Agent.Generation.Worksheets;

namespace Tmcp.Agent.Generation;

internal static class GenerationExtensions
{
    public static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<GenerationLimits>, GenerationLimitsValidator>();
        services.AddOptions<GenerationLimits>().BindConfiguration(GenerationLimits.Section).ValidateOnStart();
        services.AddSingleton<RecordReader>().AddSingleton<RecordWriter>();
        services.AddSingleton<PromptFactory>().AddSingleton<StructuredModel>();
        services.AddSingleton<AgentLog>().AddSingleton<GenerationRunner>();
        services.AddSingleton<WorksheetGenerator>().AddSingleton<BrandGenerator>().AddSingleton<CustomerGenerator>().AddSingleton<StrategyGenerator>();
        services.AddSingleton<CampaignContextReader>().AddSingleton<MasterWriter>().AddSingleton<VariantWriter>();
        services.AddSingleton<MasterGenerator>().AddSingleton<VariantGenerator>();
        return services;
    }

    public static void MapGeneration(this IEndpointRouteBuilder routes)
    {
        routes.MapGenerator<WorksheetRequest, WorksheetGenerator>("/generate-worksheet", "Writes a worksheet about brands and personas");
        routes.MapGenerator<BrandRequest, BrandGenerator>("/generate-brand-identity", "Distils a worksheet into a brand identity");
        routes.MapGenerator<CustomerRequest, CustomerGenerator>("/generate-customer-profile", "Makes an ideal customer for a brand");
        routes.MapGenerator<StrategyRequest, StrategyGenerator>("/generate-marketing-strategy", "Writes the strategy of a campaign");
        routes.MapGenerator<MasterRequest, MasterGenerator>("/generate-master-content", "Writes the message of a campaign that all platforms share");
        routes.MapGenerator<VariantsRequest, VariantGenerator>(
            "/generate-platform-variants/{master_content_id}", "Adapts a master content to platforms, within their limits");
    }
}
