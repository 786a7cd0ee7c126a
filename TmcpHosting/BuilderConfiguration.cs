using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Where an AppHost's settings come from, weakest first.</summary>
internal static class BuilderConfiguration
{
    private const string OperationKey = "AppHost:Operation";
    private const string Inspection = "inspect";

    private static readonly Dictionary<string, string> _switches = new()
    {
        ["--operation"] = OperationKey,
        ["--publisher"] = "Publishing:Publisher",
        ["--output-path"] = "Pipeline:OutputPath",
        ["--step"] = "Pipeline:Step",
        ["--list-steps"] = "Pipeline:ListSteps",
        ["--log-level"] = "Pipeline:LogLevel",
        ["--clear-cache"] = "Pipeline:ClearCache",
        ["--include-exception-details"] = "Pipeline:IncludeExceptionDetails",
        ["--dcp-cli-path"] = "DcpPublisher:CliPath",
        ["--dcp-container-runtime"] = "DcpPublisher:ContainerRuntime",
        ["--dcp-dependency-check-timeout"] = "DcpPublisher:DependencyCheckTimeout",
        ["--dcp-dashboard-path"] = "DcpPublisher:DashboardPath",
    };

    // The host prints lines of its own; from the frameworks below it only trouble is worth one.
    private static readonly Dictionary<string, string?> _logging = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        ["Logging:LogLevel:Aspire"] = "Warning",
        ["Logging:LogLevel:Aspire.Hosting.Publishing"] = "Information",
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
    };

    /// <summary>Puts our defaults and the <c>ASPIRE_</c> variables below everything the host adds itself.</summary>
    public static void Prepare(HostApplicationBuilderSettings settings, string? projectDirectory, Assembly? assembly)
    {
        settings.Configuration ??= new ConfigurationManager();
        settings.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = _logging });
        settings.Configuration.AddEnvironmentVariables(prefix: "ASPIRE_");

        // 'dotnet run --project X' keeps the caller's directory; the settings files lie beside the project.
        if (settings.ContentRootPath is null && Directory.Exists(projectDirectory))
            settings.ContentRootPath = projectDirectory;
        settings.ApplicationName ??= assembly?.GetName().Name;
    }

    /// <summary>Adds the switches that have a name of their own beside their configuration key.</summary>
    public static void AddSwitches(ConfigurationManager configuration, string[]? args)
    {
        if (args is { Length: > 0 })
            configuration.AddCommandLine(args, _switches);
    }

    /// <summary>What the AppHost was started for. A publisher without an operation means publishing.</summary>
    /// <exception cref="DistributedApplicationException">There is no such operation.</exception>
    public static DistributedApplicationExecutionContextOptions ReadOperation(ConfigurationManager configuration)
    {
        var publisher = configuration["Publishing:Publisher"];
        var operation = configuration[OperationKey]?.ToLowerInvariant() switch
        {
            null or "" => publisher is null ? DistributedApplicationOperation.Run : DistributedApplicationOperation.Publish,
            "run" => DistributedApplicationOperation.Run,
            "publish" or Inspection => DistributedApplicationOperation.Publish,
            var other => throw new DistributedApplicationException($"There is no operation '{other}'. Use '--operation run', '--operation publish' or '--operation inspect'."),
        };

        return new DistributedApplicationExecutionContextOptions(operation, publisher ?? "manifest");
    }

    /// <summary>Whether only the steps of publishing are asked for. The model is then described as for publishing.</summary>
    public static bool IsInspection(IConfiguration configuration) =>
        string.Equals(configuration[OperationKey], Inspection, StringComparison.OrdinalIgnoreCase);
}
