using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>Everything the dashboard may call, by name.</summary>
internal sealed class ResourceServiceMethods(ResourceFeed feed, ConsoleLogMethod consoleLogs, ExecuteCommandMethod commands)
{
    /// <summary>Name of the service in paths.</summary>
    public const string ServiceName = "aspire.v1.DashboardService";

    /// <summary>Makes the table.</summary>
    /// <param name="applicationName">Title of the pages.</param>
    public IReadOnlyDictionary<string, GrpcMethod> Create(string applicationName) => new Dictionary<string, GrpcMethod>(StringComparer.Ordinal)
    {
        ["GetApplicationInformation"] = async call =>
        {
            await call.ReadSingleAsync(ApplicationInformationRequest.Parser);
            await call.WriteAsync(new ApplicationInformationResponse { ApplicationName = applicationName });
        },
        ["WatchResources"] = new WatchResourcesMethod(feed).InvokeAsync,
        ["WatchResourceConsoleLogs"] = consoleLogs.InvokeAsync,
        ["ExecuteResourceCommand"] = commands.InvokeAsync,
        ["WatchInteractions"] = InteractionMethods.WatchAsync,
        ["UploadFile"] = InteractionMethods.UploadAsync,
    };
}
