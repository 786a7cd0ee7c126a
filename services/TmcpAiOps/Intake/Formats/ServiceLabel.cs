namespace Tmcp.AiOps.Intake.Formats;

/// <summary>Finds the service that an alert is about.</summary>
internal static class ServiceLabel
{
    public const string Unknown = "unknown-service";

    // From the most to the least telling.
    private static readonly string[] _names =
        ["service", "service_name", "app", "app_kubernetes_io_name", "app.kubernetes.io/name", "deployment", "statefulset", "daemonset", "container", "resource", "job"];

    public static string Find(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var name in _names)
        {
            if (labels.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return labels.TryGetValue("pod", out var pod) && !string.IsNullOrWhiteSpace(pod) ? Logs.ServiceName.FromPod(pod) : Unknown;
    }
}
