using System.Globalization;
using System.Text;
using Tmcp.Logs;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Kubernetes.Planning;

namespace Tmcp.Publisher.Kubernetes.Platform.Logging;

/// <summary>What the log shipper does with each line: one pipeline an environment, from the files of its namespace to its own stores.</summary>
internal static class FluentdConfig
{
    internal const string File = "fluent.conf";

    internal const int MonitorPort = 24220;

    private const string Logs = "/var/log/containers/";

    /// <summary>What makes the document of a record, as one line: a value in Fluentd's configuration ends with its line.</summary>
    internal static string DocumentExpression { get; } = Fold(EmbeddedText.Read("Platform.Logging.document.rb"));

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
            ["document"] = $"${{{DocumentExpression}}}",
            ["index-prefix"] = LogFields.IndexPrefix,
            ["path"] = takesRest ? Logs + "*.log" : $"{Logs}*_{environment.Settings.Namespace}_*.log",
            ["exclude"] = $"[{string.Join(", ", exclude.Select(path => $"\"{path}\""))}]",
            ["elasticsearch-host"] = Host(search, environment),
            ["elasticsearch-port"] = Port(search),
            ["aiops-container"] = aiOps?.Workload.Stem ?? "",
            ["aiops-url"] = aiOps is null ? "" : $"http://{Host(aiOps, environment)}:{Port(aiOps)}/api/webhook/k8s-logs",
        };
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    private static string Fold(string ruby)
    {
        var statements = ruby.Split('\n').Where(line => line.Length > 0 && line[0] != '#');
        return string.Join("; ", statements).Replace("{; ", "{", StringComparison.Ordinal).Replace(",; ", ", ", StringComparison.Ordinal);
    }

    private static string Host(WorkloadPlan workload, EnvironmentPlace environment) => $"{workload.Workload.Service}.{environment.Settings.Namespace}.svc.cluster.local";

    private static string Port(WorkloadPlan workload) => HttpPort(workload.Workload).ServicePort.ToString(CultureInfo.InvariantCulture);

    private static WorkloadPort HttpPort(Workload workload) => workload.Ports.FirstOrDefault(port => port.Name == "http") ?? workload.Ports[0];
}
