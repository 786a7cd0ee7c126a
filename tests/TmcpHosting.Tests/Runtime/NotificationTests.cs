using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

public sealed class NotificationTests : IAsyncDisposable
{
    private readonly TestResource _store = new("store");
    private readonly TestResource _api = new TestResource("api").WithInstances(2).WithCheck("api-check");
    private readonly RuntimeBench _bench;

    public NotificationTests() => _bench = new RuntimeBench([_store, _api]);

    [Fact]
    public async Task A_watcher_first_gets_the_current_state_of_every_resource_and_then_updates()
    {
        await _bench.StateAsync(_store, KnownResourceStates.Starting);
        await _bench.StateAsync(_store, KnownResourceStates.Running);
        await _bench.StateAsync(_api, KnownResourceStates.Starting);
        await using var watch = _bench.Notifications.WatchAsync().GetAsyncEnumerator();

        Assert.Equal(["store Running", "api-1 Starting", "api-2 Starting"], [await NextAsync(watch), await NextAsync(watch), await NextAsync(watch)]);

        await _bench.StateAsync(_api, "api-2", KnownResourceStates.Running);
        Assert.Equal("api-2 Running", await NextAsync(watch));
    }

    [Fact]
    public async Task A_thousand_concurrent_updates_reach_every_watcher_once_and_in_order()
    {
        const int Updates = 1_000, Publishers = 8;
        await CountAsync();
        var watchers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => CountsAsync(Publishers * Updates))).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(_ => Task.Run(async () =>
        {
            for (var update = 0; update < Updates; update++)
                await CountAsync();
        })));

        foreach (var counts in await Task.WhenAll(watchers).WaitAsync(RuntimeBench.Limit))
            Assert.Equal(Enumerable.Range(counts[0], counts.Count), counts);
        Assert.Equal((Publishers * Updates) + 1, _bench.Snapshot("store").Properties.Length);

        Task CountAsync() => _bench.Notifications.PublishUpdateAsync(
            _store, snapshot => snapshot with { Properties = snapshot.Properties.Add(new ResourcePropertySnapshot("n", null)) });
    }

    [Fact]
    public async Task A_state_is_found_by_the_name_or_the_id_in_any_case()
    {
        await _bench.StateAsync(_api, "api-2", KnownResourceStates.Running);

        Assert.True(_bench.Notifications.TryGetCurrentState("API-2", out var byId));
        Assert.True(_bench.Notifications.TryGetCurrentState("Api", out var byName));
        Assert.Same(byId, byName);
        Assert.False(_bench.Notifications.TryGetCurrentState("store", out _));
    }

    [Fact]
    public async Task Commands_follow_the_state()
    {
        AddCommand(context => context.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Hidden : ResourceCommandState.Enabled);

        await _bench.StateAsync(_store, KnownResourceStates.Finished);
        Assert.Equal(ResourceCommandState.Enabled, _bench.Snapshot("store").Commands.Single().State);

        await _bench.StateAsync(_store, KnownResourceStates.Running);
        Assert.Equal(ResourceCommandState.Hidden, _bench.Snapshot("store").Commands.Single().State);
    }

    [Fact]
    public async Task A_command_whose_state_cannot_be_told_is_disabled_and_the_update_goes_through()
    {
        AddCommand(_ => throw new InvalidOperationException("no idea"));

        await _bench.StateAsync(_store, KnownResourceStates.Running);

        Assert.Equal(KnownResourceStates.Running, _bench.Snapshot("store").State?.Text);
        Assert.Equal(ResourceCommandState.Disabled, _bench.Snapshot("store").Commands.Single().State);
    }

    [Fact]
    public async Task A_running_resource_is_unhealthy_until_its_checks_report_and_has_no_health_otherwise()
    {
        await _bench.StateAsync(_api, KnownResourceStates.Starting);
        Assert.Null(_bench.Snapshot("api-1").HealthStatus);

        await _bench.StateAsync(_api, KnownResourceStates.Running);
        Assert.Equal(HealthStatus.Unhealthy, _bench.Snapshot("api-1").HealthStatus);
        Assert.Equal("api-check", _bench.Snapshot("api-1").HealthReports.Single().Name);

        await _bench.ReadyAsync(_api);
        Assert.Equal(HealthStatus.Healthy, _bench.Snapshot("api-1").HealthStatus);
    }

    [Fact]
    public async Task The_checks_of_its_parents_count_for_a_child()
    {
        var child = new ChildResource("database", _api);
        await _bench.StateAsync(child, KnownResourceStates.Running);

        Assert.Equal("api-check", _bench.Snapshot("database").HealthReports.Single().Name);
    }

    [Fact]
    public async Task A_new_start_forgets_health_readiness_and_exit_code_of_the_last_one()
    {
        await _bench.StateAsync(_api, KnownResourceStates.Running);
        await _bench.ReadyAsync(_api);
        await _bench.StateAsync(_api, KnownResourceStates.Finished, exitCode: 3);
        Assert.Equal(3, _bench.Snapshot("api-1").ExitCode);

        await _bench.StateAsync(_api, KnownResourceStates.Starting);
        Assert.Null(_bench.Snapshot("api-1").ExitCode);

        await _bench.StateAsync(_api, KnownResourceStates.Running);
        Assert.Equal(HealthStatus.Unhealthy, _bench.Snapshot("api-1").HealthStatus);
        Assert.Null(_bench.Snapshot("api-1").ResourceReadyEvent);
    }

    [Fact]
    public async Task Disposing_ends_watches()
    {
        await using var watch = _bench.Notifications.WatchAsync().GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();

        _bench.Notifications.Dispose();

        Assert.False(await next.WaitAsync(RuntimeBench.Limit));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static async Task<string> NextAsync(IAsyncEnumerator<ResourceEvent> watch)
    {
        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(RuntimeBench.Limit));
        return $"{watch.Current.ResourceId} {watch.Current.Snapshot.State?.Text}";
    }

    private async Task<List<int>> CountsAsync(int last)
    {
        var counts = new List<int>();
        await foreach (var resourceEvent in _bench.Notifications.WatchAsync())
        {
            counts.Add(resourceEvent.Snapshot.Properties.Length);
            if (counts[^1] > last)
                break;
        }

        return counts;
    }

    private void AddCommand(Func<UpdateCommandStateContext, ResourceCommandState> updateState) => _store.Annotations.Add(new ResourceCommandAnnotation(
        "start", "Start", updateState, _ => Task.FromResult(CommandResults.Success()), null, null, null, null, null, false));
}
