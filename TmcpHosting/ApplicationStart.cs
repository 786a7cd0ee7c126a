using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <summary>What happens before the host starts, in run mode and in publish mode.</summary>
internal sealed class ApplicationStart(
    DistributedApplicationModel model,
    IDistributedApplicationEventing eventing,
    EventingStart subscribers,
    IOptions<HealthCheckServiceOptions> healthChecks,
    IServiceProvider services)
{
    /// <summary>Checks the model, lets subscribers subscribe, raises <see cref="BeforeStartEvent"/> and checks what that changed.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Validate();
        await subscribers.SubscribeAllAsync(cancellationToken).ConfigureAwait(false);
        await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken).ConfigureAwait(false);
        Validate();
    }

    private void Validate()
    {
        ModelValidation.ThrowIfNamesCollide(model.Resources);
        ModelValidation.ThrowIfEndpointsCollide(model.Resources);
        ModelValidation.ThrowIfHealthChecksAreUnknown(model.Resources, healthChecks.Value.Registrations.Select(check => check.Name));
        ModelValidation.ThrowIfWaitsFormACycle(model.Resources);
    }
}
