using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Eventing;

/// <summary>Lets every registered subscriber subscribe. Runs once, before the first event.</summary>
internal sealed class EventingStart(
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext executionContext,
    IServiceProvider services)
{
    public async Task SubscribeAllAsync(CancellationToken cancellationToken)
    {
        if (eventing is DistributedApplicationEventing own)
            own.Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Aspire.Hosting.Eventing");

        foreach (var subscriber in services.GetServices<IDistributedApplicationEventingSubscriber>())
            await subscriber.SubscribeAsync(eventing, executionContext, cancellationToken).ConfigureAwait(false);
    }
}
