using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;

namespace Aspire.Hosting.Testing;

/// <summary>Holds an application back, before its first event, until the test starts it.</summary>
internal sealed class StartGate : IDistributedApplicationEventingSubscriber
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opened.TrySetResult();

    /// <summary>The application will not start any more.</summary>
    public void Abandon()
    {
        _opened.TrySetException(new EntryPointAbandonedException());
        _ = _opened.Task.Exception; // observed: the entry point may never come this far
    }

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
        => _opened.Task.WaitAsync(cancellationToken);
}
