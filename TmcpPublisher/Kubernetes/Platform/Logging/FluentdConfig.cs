using System.Globalization;
using System.Text;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Platform.Logging;

/// <summary>What the log shipper does with each line: one pipeline an environment, from the files of its namespace to its own stores.</summary>
internal static class FluentdConfig
{
    internal const string File = "fluent.conf";

    internal const int MonitorPort = 24220;

    private const string Logs = "/var/log/containers/";

    /// <summary>Fields of the document, each as an expression over the record of a line. The name of the field is that of the index.</summary>
    internal static IReadOnlyDictionary<string, string> Expressions { get; } = new Dictionary<string, string>
    {
        ["level"] = "e = record[\"entry\"].is_a?(Hash) ? record[\"entry\"] : {}; "
            + "v = e[\"LogLevel\"] || e[\"log.level\"] || e[\"level\"] || e[\"severity\"] "
            + @"|| record[""message""].to_s[0, 96][/\b(trce|dbug|info|warn|fail|crit|trace|debug|information|notice|warning|error|critical|fatal|panic)\b/i]; "
            + "case v.to_s.downcase when \"trce\", \"trace\", \"10\" then \"trace\" when \"dbug\", \"debug\", \"20\" then \"debug\" "
            + "when \"warn\", \"warning\", \"40\" then \"warn\" when \"fail\", \"error\", \"50\" then \"error\" "
            + "when \"crit\", \"critical\", \"fatal\", \"panic\", \"60\" then \"fatal\" else \"info\" end",
        ["service"] = "k = record[\"kubernetes\"] || {}; (k[\"labels\"] || {})[\"app\"] || k[\"container_name\"]",
        ["trace"] = "e = record[\"entry\"].is_a?(Hash) ? record[\"entry\"] : {}; e[\"TraceId\"] || e[\"trace.id\"] || e[\"trace_id\"] || e[\"traceId\"]",
        ["kubernetes"] = "k = record[\"kubernetes\"] || {}; {\"namespace_name\" => k[\"namespace_name\"], \"pod_name\" => k[\"pod_name\"], "
            + "\"container_name\" => k[\"container_name\"], \"host\" => k[\"host\"], \"labels\" => {\"app\" => (k[\"labels\"] || {})[\"app\"]}}",
        ["message"] = "e = record[\"entry\"].is_a?(Hash) ? record[\"entry\"] : {}; e[\"Message\"] || e[\"message\"] || e[\"msg\"] || record[\"message\"]",
    };

    internal static string Create(IReadOnlyList<EnvironmentPlace> environments, WorkloadPlan search, WorkloadPlan? aiOps)
    {
        var text = new StringBuilder(EmbeddedText.Read("Platform.Logging.fluent.conf"));
        foreach (var environment in environments)
            text.Append(Pipeline(environments, environment, search, aiOps));
        return text.ToString();
    }

    // Lines of namespaces that are no environment's (the cluster's own, the secret store, Argo CD) go to the environment that the cluster names last.
    private static string Pipeline(IReadOnlyList<EnvironmentPlace> environments, EnvironmentPlace environment, WorkloadPlan search, WorkloadPlan? aiOps)
    {
        var takesRest = environment == environments[^1];
        List<string> exclude = [$"{Logs}*_{SharedNames.LoggingNamespace}_*.log"];
        if (takesRest)
            exclude.AddRange(environments.Where(other => other != environment).Select(other => $"{Logs}*_{other.Settings.Namespace}_*.log"));

        var text = EmbeddedText.Read("Platform.Logging.environment.conf")
            .Replace("{aiops-store}", aiOps is null ? "" : "\n    <store>\n      @type relabel\n      @label @{environment}_aiops\n    </store>", StringComparison.Ordinal)
            + (aiOps is null ? "" : EmbeddedText.Read("Platform.Logging.aiops.conf"));
        var values = new Dictionary<string, string>
        {
            ["environment"] = environment.Name,
            ["path"] = takesRest ? Logs + "*.log" : $"{Logs}*_{environment.Settings.Namespace}_*.log",
            ["exclude"] = $"[{string.Join(", ", exclude.Select(path => $"\"{path}\""))}]",
            ["elasticsearch-host"] = Host(search, environment),
            ["elasticsearch-port"] = Port(search),
            ["aiops-container"] = aiOps?.Workload.Stem ?? "",
            ["aiops-url"] = aiOps is null ? "" : $"http://{Host(aiOps, environment)}:{Port(aiOps)}/api/webhook/k8s-logs",
        };
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        foreach (var (name, expression) in Expressions)
            text = text.Replace($" {{{name}}}\n", $" ${{{expression}}}\n", StringComparison.Ordinal);
        return text;
    }

    private static string Host(WorkloadPlan workload, EnvironmentPlace environment) => $"{workload.Workload.Service}.{environment.Settings.Namespace}.svc.cluster.local";

    private static string Port(WorkloadPlan workload) => HttpPort(workload.Workload).ServicePort.ToString(CultureInfo.InvariantCulture);

    private static WorkloadPort HttpPort(Workload workload) => workload.Ports.FirstOrDefault(port => port.Name == "http") ?? workload.Ports[0];
}
