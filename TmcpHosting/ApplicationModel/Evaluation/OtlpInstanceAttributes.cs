using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The telemetry attributes of one replica.</summary>
internal sealed class OtlpInstanceAttributes(IResource resource) : IValueProvider
{
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new((string?)null);

    public ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        new(OtlpEnvironment.Of(resource, (context as InstanceValueProviderContext)?.Instance)
            .Where(variable => variable.Key == OtlpEnvironment.ResourceAttributes).Select(variable => variable.Value).FirstOrDefault());
}
