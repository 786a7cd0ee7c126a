using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Execution.Containers;
using Aspire.Hosting.Orchestration.Execution.Logs;
using Aspire.Hosting.Orchestration.Session;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>What every runner of one run needs.</summary>
internal sealed record RunContext(
    DcpSession Session,
    string ApplicationId,
    IServiceProvider Services,
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IDistributedApplicationEventing Eventing,
    CrashReports Crashes,
    ContainerRuntimeCheck Runtime,
    Func<CancellationToken, Task<ContainerRuntimeCheck>> CheckRuntime,
    ContainerCli ContainerCli,
    ContainerImages Images,
    ILoggerFactory? ResourceLogs,
    TimeProvider Time)
{
    /// <summary>Writes into the log of a container why its runtime does not run it.</summary>
    public void ExplainRuntime(IResource resource, string instance) =>
        Loggers.GetLogger(instance).LogError("{Resource} waits for a container runtime. {Problem}", resource.Name, Runtime.Problem);
}
