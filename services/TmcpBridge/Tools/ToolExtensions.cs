using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

internal static class ToolExtensions
{
    internal static void AddTools(this IServiceCollection services)
    {
        services.AddSingleton<BoundedText>();
        services.AddSingleton<Records>();
        services.AddSingleton<BridgeTool, ListCollectionsTool>();
        services.AddSingleton<BridgeTool, GetCollectionSchemaTool>();
        services.AddSingleton<BridgeTool, ListRecordsTool>();
        services.AddSingleton<BridgeTool, GetRecordTool>();
        services.AddSingleton<BridgeTool, CreateRecordTool>();
        services.AddSingleton<BridgeTool, UpdateRecordTool>();
        services.AddSingleton<BridgeTool, DeleteRecordTool>();
        services.AddSingleton<BridgeTool, CountRecordsTool>();
        services.AddSingleton<BridgeTool, PublishFacebookVariantTool>();
        services.AddSingleton<ToolDispatcher>();
    }
}
