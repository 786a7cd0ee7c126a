using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

public sealed class WaitForResourceTests : IAsyncDisposable
{
    private readonly TestResource _store = new("store");
    private readonly TestResource _api = new TestResource("api").WithInstances(2);
    private readonly RuntimeBench _bench;

    public WaitForResourceTests() => _bench = new RuntimeBench([_store, _api]);

    [Fact]
    public async Task Without_a_state_it_waits_until_the_resource_runs()
    {
        var wait = _bench.Notifications.WaitForResourceAsync("Store");
        await _bench.StateAsync(_store, KnownResourceStates.Starting);
        await _bench.StateAsync(_store, KnownResourceStates.Running);
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task Of_several_states_it_returns_the_one_that_came()
    {
        var wait = _bench.Notifications.WaitForResourceAsync("store", ["running", "finished"]);
        await _bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 0);
        Assert.Equal(KnownResourceStates.Finished, await wait.WaitAsync(RuntimeBench.Limit));
    }

    [Fact]
    public async Task An_id_means_that_replica_only()
    {
        var wait = _bench.Notifications.WaitForResourceAsync("api-2", current => current.Snapshot.State?.Text == KnownResourceStates.Running);
        await _bench.StateAsync(_api, "api-1", KnownResourceStates.Running);
        await _bench.StateAsync(_api, "api-2", KnownResourceStates.Running);
        Assert.Equal("api-2", (await wait.WaitAsync(RuntimeBench.Limit)).ResourceId);
    }

    [Fact]
    public async Task A_cancelled_wait_says_how_the_resource_is_doing()
    {
        await _bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 7);
        _bench.Loggers.AppendLine(_store, "store", "out of memory", isError: true);
        using var cancellation = new CancellationTokenSource();
        var wait = _bench.Notifications.WaitForResourceAsync("store", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(RuntimeBench.Limit));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Contains("'store' to be Running", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'store' is Finished with exit code 7", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| out of memory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_wait_for_an_unknown_name_lists_the_known_ones()
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _bench.Notifications.WaitForResourceAsync("stroe", cancellationToken: new CancellationToken(canceled: true)));
        Assert.Contains("No resource is called 'stroe'. There are: api, store.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Healthy_means_running_ready_and_handlers_done()
    {
        var handlers = new TaskCompletionSource();
        var wait = _bench.Notifications.WaitForResourceHealthyAsync("store");
        await _bench.StateAsync(_store, KnownResourceStates.Running);
        await _bench.ReadyAsync(_store, handlers.Task);
        handlers.SetResult();

        var last = await wait.WaitAsync(RuntimeBench.Limit);
        Assert.NotNull(last.Snapshot.ResourceReadyEvent);
    }

    [Fact]
    public async Task Healthy_by_name_means_all_replicas()
    {
        await _bench.StateAsync(_api, KnownResourceStates.Running);
        await _bench.ReadyAsync(_api, "api-1");
        var all = _bench.Notifications.WaitForResourceHealthyAsync("api");
        var one = _bench.Notifications.WaitForResourceHealthyAsync("api-1");

        Assert.True(one.IsCompletedSuccessfully);
        Assert.False(all.IsCompleted);
        await _bench.ReadyAsync(_api, "api-2");
        await all.WaitAsync(RuntimeBench.Limit);
    }

    [Theory]
    [InlineData("Finished")]
    [InlineData("Exited")]
    [InlineData("FailedToStart")]
    [InlineData("RuntimeUnhealthy")]
    public async Task Waiting_for_health_stops_at_a_failure_when_it_shall(string state)
    {
        _bench.Loggers.AppendLine(_store, "store", "no such file", isError: true);
        var wait = _bench.Notifications.WaitForResourceHealthyAsync("store", WaitBehavior.StopOnResourceUnavailable);
        await _bench.StateAsync(_store, state, exitCode: 9);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait.WaitAsync(RuntimeBench.Limit));
        Assert.Contains($"'store' is {state} with exit code 9", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| no such file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_health_outlasts_a_failure_when_it_shall()
    {
        await _bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 9);
        var wait = _bench.Notifications.WaitForResourceHealthyAsync("store", WaitBehavior.WaitOnResourceUnavailable);
        Assert.False(wait.IsCompleted);

        await _bench.StateAsync(_store, KnownResourceStates.Running);
        await _bench.ReadyAsync(_store);
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task Waiting_for_the_health_of_an_unknown_name_stops_at_once_when_it_shall()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => _bench.Notifications.WaitForResourceHealthyAsync("stroe", WaitBehavior.StopOnResourceUnavailable));
        Assert.Contains("No resource is called 'stroe'. There are: api, store.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopping_application_ends_the_wait()
    {
        var wait = _bench.Notifications.WaitForResourceAsync("store");
        _bench.Notifications.Dispose();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(RuntimeBench.Limit));
        Assert.Contains("the application stops", exception.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
