using System.Text.Json.Nodes;
using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>The variables and arguments that the kubelet gives to a process, with a store that knows every secret.</summary>
internal static class PodEnvironment
{
    internal static string Of(Rendered rendered, Workload workload, Func<string, string> secretValue)
    {
        var kind = workload.Mode switch { WorkloadMode.SingleWriter => "StatefulSet", WorkloadMode.Job => "Job", WorkloadMode.Cron => "CronJob", _ => "Deployment" };
        var name = kind == "Job" ? rendered.Kind("Job").Select(job => job["metadata"]!["name"]!.GetValue<string>()).Single(job => job.StartsWith(workload.Name + "-", StringComparison.Ordinal)) : workload.Name;
        var container = kind == "Job" ? Job(rendered, name) : rendered.Container(kind, name);
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in container["envFrom"]?.AsArray() ?? [])
            Read(rendered, source!, variables, secretValue);
        foreach (var variable in container["env"]?.AsArray() ?? [])
            variables[variable!["name"]!.GetValue<string>()] = KubernetesExpansion.Expand(variable["value"]!.GetValue<string>(), variables);

        // What the graph asked for, not what its secrets need beside that.
        var wanted = workload.Environment.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var arguments = (container["args"]?.AsArray() ?? []).Select(argument => KubernetesExpansion.Expand(argument!.GetValue<string>(), variables));
        return string.Join('\n', variables.Where(variable => wanted.Contains(variable.Key)).Select(variable => $"{variable.Key}={variable.Value}").Concat(arguments));
    }

    private static JsonObject Job(Rendered rendered, string name)
        => rendered.Kind("Job").Single(job => job["metadata"]!["name"]!.GetValue<string>() == name)["spec"]!["template"]!["spec"]!["containers"]![0]!.AsObject();

    private static void Read(Rendered rendered, JsonNode source, SortedDictionary<string, string> variables, Func<string, string> secretValue)
    {
        if (source["configMapRef"] is { } map)
        {
            foreach (var (key, value) in rendered.Kind("ConfigMap").Single(item => item["metadata"]!["name"]!.GetValue<string>() == map["name"]!.GetValue<string>())["data"]!.AsObject())
                variables[key] = value!.GetValue<string>();
            return;
        }

        // The operator: data by their property, which the rule of names makes from the parameter; then the template.
        var spec = rendered.Kind("ExternalSecret").Single(item => item["spec"]!["target"]!["name"]!.GetValue<string>() == source["secretRef"]!["name"]!.GetValue<string>())["spec"]!;
        foreach (var datum in spec["data"]!.AsArray())
            variables[datum!["secretKey"]!.GetValue<string>()] = secretValue(datum["remoteRef"]!["property"]!.GetValue<string>().ToLowerInvariant().Replace('_', '-'));
        foreach (var (key, template) in spec["target"]!["template"]?["data"]?.AsObject() ?? [])
            variables[key] = Uri.EscapeDataString(variables[template!.GetValue<string>().Split('"')[1]]);
    }
}
