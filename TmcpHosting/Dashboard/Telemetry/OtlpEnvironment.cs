using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>The variables that make an OpenTelemetry SDK report to the dashboard.</summary>
internal static class OtlpEnvironment
{
    public const string ServiceName = "OTEL_SERVICE_NAME";
    public const string ResourceAttributes = "OTEL_RESOURCE_ATTRIBUTES";
    private const string InstanceId = "service.instance.id";

    // 1 s: the dashboard is looked at while one works; the SDKs' own delays are 5 s for spans and 60 s for metrics.
    private const string ShortDelay = "1000";

    /// <summary>The variables that all instances of a resource share.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="required">What the SDK speaks; null for whatever the endpoint prefers.</param>
    /// <param name="isDevelopment">Whether to send at once, and everything.</param>
    public static IEnumerable<KeyValuePair<string, string>> Shared(OtlpEndpoint endpoint, OtlpProtocol? required, bool isDevelopment)
    {
        var (url, protocol) = required switch
        {
            OtlpProtocol.HttpProtobuf => (endpoint.HttpUrl ?? endpoint.Url, "http/protobuf"),
            OtlpProtocol.HttpJson => (endpoint.HttpUrl ?? endpoint.Url, "http/json"),
            _ => (endpoint.Url, endpoint.Protocol),
        };
        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", url.ToString().TrimEnd('/'));
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
        yield return new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={endpoint.ApiKey}");
        if (!isDevelopment)
            yield break;

        yield return new("OTEL_BLRP_SCHEDULE_DELAY", ShortDelay);
        yield return new("OTEL_BSP_SCHEDULE_DELAY", ShortDelay);
        yield return new("OTEL_METRIC_EXPORT_INTERVAL", ShortDelay);
        yield return new("OTEL_TRACES_SAMPLER", "always_on");
        yield return new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
        yield return new("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true");
    }

    /// <summary>
    /// Who the sender is. The dashboard joins telemetry to a resource by <c>name-instance</c>, which is the resource id.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IResource resource, ResourceInstance? instance)
    {
        yield return new(ServiceName, resource.Name);
        if (instance is not null)
            yield return new(ResourceAttributes, $"{InstanceId}={instance.Suffix}");
    }

    /// <summary>
    /// Names the sender in an environment that was computed once for all replicas: what the user set stays, our instance id is
    /// the one of <paramref name="instance"/>.
    /// </summary>
    /// <param name="environment">Variables of one process.</param>
    /// <param name="instance">The process.</param>
    public static void SetInstance(IDictionary<string, string> environment, ResourceInstance instance)
    {
        if (!environment.TryGetValue(ResourceAttributes, out var attributes))
            return;

        environment[ResourceAttributes] = string.Join(',', attributes.Split(',')
            .Select(attribute => attribute.StartsWith($"{InstanceId}=", StringComparison.Ordinal) ? $"{InstanceId}={instance.Suffix}" : attribute));
    }
}
