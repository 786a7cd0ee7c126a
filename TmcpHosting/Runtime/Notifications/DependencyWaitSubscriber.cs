using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Makes a starting resource wait for its dependencies, after the handlers that the app host itself subscribed.</summary>
internal sealed class DependencyWaitSubscriber(ResourceNotificationService notifications) : IDistributedApplicationEventingSubscriber
{
    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeResourceStartedEvent>((@event, token) => notifications.WaitForDependenciesOrStartAsync(@event.Resource, token));
        }

        return Task.CompletedTask;
    }
}
