using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Lets resources send their telemetry to the dashboard.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Sends the resource's traces, metrics and logs to the dashboard, in run mode. Projects and JavaScript apps do so already.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment => builder.Export(new OtlpExporterAnnotation());

    /// <summary>Sends the resource's traces, metrics and logs to the dashboard by a given protocol, in run mode.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder, OtlpProtocol protocol)
        where T : IResourceWithEnvironment => builder.Export(new OtlpExporterAnnotation { RequiredProtocol = protocol });

    private static IResourceBuilder<T> Export<T>(this IResourceBuilder<T> builder, OtlpExporterAnnotation annotation)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var isFirst = !builder.Resource.HasAnnotationOfType<OtlpExporterAnnotation>();
        builder.WithAnnotation(annotation, ResourceAnnotationMutationBehavior.Replace);
        return isFirst ? builder.WithEnvironment(context => AddAsync(context, builder.ApplicationBuilder.Environment.IsDevelopment())) : builder;
    }

    private static async Task AddAsync(EnvironmentCallbackContext context, bool isDevelopment)
    {
        if (context.ExecutionContext.IsPublishMode
            || context.ExecutionContext.Services.GetService<IDashboardTelemetryEndpoint>() is not { } dashboard
            || await dashboard.GetAsync(context.CancellationToken).ConfigureAwait(false) is not { } endpoint)
        {
            return;
        }

        var protocol = context.Resource.Annotations.OfType<OtlpExporterAnnotation>().LastOrDefault()?.RequiredProtocol;
        foreach (var (name, value) in OtlpEnvironment.Shared(endpoint, protocol, isDevelopment))
            context.EnvironmentVariables[name] = value;
        context.EnvironmentVariables[OtlpEnvironment.ServiceName] = context.Resource.Name;
        context.EnvironmentVariables[OtlpEnvironment.ResourceAttributes] = new OtlpInstanceAttributes(context.Resource);
    }
}
