using System.Collections;
using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>The environment dcp starts with; every process it starts inherits it.</summary>
internal static class DcpEnvironment
{
    /// <summary>Facts about the AppHost's own process that must not become facts about its resources.</summary>
    private static readonly string[] _names =
        ["DOTNET_LAUNCH_PROFILE", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "DOTNET_HOST_PATH", "DOTNET_ROOT_X64", "URLS", "DEBUG_SESSION_PORT", "DEBUG_SESSION_TOKEN"];

    /// <summary>
    /// Settings of web servers, logging, telemetry, the build and test tools, dcp itself, and secrets given to the AppHost.
    /// </summary>
    private static readonly string[] _prefixes =
    [
        "ASPNETCORE_", "ASPIRE_", "DCP_", "DcpPublisher__", "Kestrel__", "Logging__", "OTEL_", "Parameters__", "ConnectionStrings__", "AppHost__", "Tmcp__",
        "MSBUILD", "VSTEST_", "TESTINGPLATFORM_", "DOTNET_CLI_TELEMETRY_SESSIONID", "DOTNET_ASPIRE_", "DOTNET_DASHBOARD_", "DOTNET_RESOURCE_SERVICE_",
    ];

    /// <summary>True when children may see the variable.</summary>
    public static bool IsPassedOn(string name) =>
        !_names.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>This process's variables that are passed on.</summary>
    public static Dictionary<string, string> Inherited()
    {
        var passed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && IsPassedOn(name))
                passed[name] = value;
        }

        return passed;
    }

    /// <summary>
    /// dcp evaluates templates in inherited values too: these are the ones that need to be repeated, escaped, with each process.
    /// </summary>
    public static IReadOnlyList<DcpVariable> EscapedTemplates() =>
        [.. Inherited().Where(variable => variable.Value.Contains("{{", StringComparison.Ordinal)).Select(variable => new DcpVariable(variable.Key, DcpTemplate.Escape(variable.Value)))];
}
