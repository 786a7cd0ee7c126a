using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tmcp.ServiceDefaults.Telemetry;

/// <summary>Wires OpenTelemetry by hand: the hosting and instrumentation packages are not on every feed.</summary>
internal static class TelemetryExtensions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Without this switch .NET starts server spans with no attribute at all.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        var export = !string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]);
        var resource = Describe(builder.Environment.ApplicationName);

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
            logging.SetResourceBuilder(resource);
            if (export)
                logging.AddOtlpExporter();
        });

        builder.Services.AddSingleton(_ => CreateTracerProvider(resource, export));
        builder.Services.AddSingleton(_ => CreateMeterProvider(resource, export));
        builder.Services.AddHostedService<TelemetryLifetime>();
    }

    // The environment comes last, so OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win over the program's own name.
    private static ResourceBuilder Describe(string applicationName) => ResourceBuilder.CreateEmpty()
        .AddService(applicationName, autoGenerateServiceInstanceId: false)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static TracerProvider CreateTracerProvider(ResourceBuilder resource, bool export)
    {
        var tracing = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource);
        // A source that somebody listens to fills in every span, also when nobody will read it.
        if (export)
            tracing.AddSource("Microsoft.AspNetCore", "System.Net.Http", "Tmcp.*", "Experimental.ModelContextProtocol").AddOtlpExporter();
        return tracing.Build();
    }

    private static MeterProvider CreateMeterProvider(ResourceBuilder resource, bool export)
    {
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("System.Runtime", "Microsoft.AspNetCore.*", "System.Net.Http", "System.Net.NameResolution", "Tmcp.*");
        if (export)
            metrics.AddOtlpExporter();
        return metrics.Build();
    }
}
