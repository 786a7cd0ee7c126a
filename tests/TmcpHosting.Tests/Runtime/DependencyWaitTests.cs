using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

public sealed class DependencyWaitTests
{
    private readonly TestResource _store = new("store");
    private readonly TestResource _job = new("job");
    private readonly TestResource _api = new("api");

    [Fact]
    public async Task A_waiting_resource_says_what_for_until_all_of_it_is_there()
    {
        _api.WaitsFor(_store).WaitsFor(_job, WaitType.WaitForCompletion);
        await using var bench = new RuntimeBench([_store, _job, _api]);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);
        Assert.Equal(KnownResourceStates.Waiting, bench.Snapshot("api").State?.Text);
        Assert.Equal(["store", "job"], RuntimeBench.WaitsFor(bench.Snapshot("api")));

        await bench.StateAsync(_job, KnownResourceStates.Finished, exitCode: 0);
        await bench.UntilAsync("api", snapshot => RuntimeBench.WaitsFor(snapshot) is ["store"]);
        Assert.False(wait.IsCompleted);

        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.ReadyAsync(_store);
        await wait.WaitAsync(RuntimeBench.Limit);
        Assert.Empty(RuntimeBench.WaitsFor(bench.Snapshot("api")));
    }

    [Fact]
    public async Task A_resource_whose_dependencies_are_there_never_shows_as_waiting()
    {
        _api.WaitsFor(_store, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StateAsync(_store, KnownResourceStates.Running);

        Assert.True(bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None).IsCompletedSuccessfully);
        Assert.False(bench.Notifications.TryGetCurrentState("api", out _));
    }

    [Fact]
    public async Task A_failed_wait_names_the_resource_its_exit_code_and_its_last_lines()
    {
        _store.WithInstances(1);
        _api.WaitsFor(_store, behavior: WaitBehavior.StopOnResourceUnavailable);
        await using var bench = new RuntimeBench([_store, _api]);
        for (var line = 1; line <= 25; line++)
            bench.Loggers.AppendLine(_store, "store-1", $"line {line}.", isError: false);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);
        await bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 3);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => wait.WaitAsync(RuntimeBench.Limit));
        Assert.Contains("'api' cannot start", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'store' (store-1) is Finished with exit code 3", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| line 25.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| line 6.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("| line 5.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("store-1", string.Join('\n', bench.Loggers.Tail("api", 40)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WaitBehavior.StopOnResourceUnavailable, true)]
    [InlineData(WaitBehavior.WaitOnResourceUnavailable, false)]
    public async Task The_default_behaviour_decides_when_the_wait_has_none(WaitBehavior behavior, bool fails)
    {
        _api.WaitsFor(_store, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, _api], RuntimeBench.Default(behavior));
        await bench.StateAsync(_store, KnownResourceStates.FailedToStart);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);

        // The state is there already, so the wait has judged it before it returned.
        Assert.Equal(fails, wait.IsFaulted);
        await bench.StateAsync(_store, KnownResourceStates.Running);
        if (fails)
            await Assert.ThrowsAsync<DistributedApplicationException>(() => wait);
        else
            await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task A_wait_for_a_replicated_resource_needs_every_replica()
    {
        _store.WithInstances(3);
        _api.WaitsFor(_store, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StateAsync(_store, "store-1", KnownResourceStates.Running);
        await bench.StateAsync(_store, "store-2", KnownResourceStates.Running);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);
        Assert.False(wait.IsCompleted);

        await bench.StateAsync(_store, "store-3", KnownResourceStates.Running);
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task A_wait_for_a_child_is_one_for_its_parents_too()
    {
        var database = new ChildResource("database", _store);
        _api.WaitsFor(database, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, database, _api]);
        await bench.StateAsync(database, KnownResourceStates.Running);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);
        Assert.Equal(["store"], RuntimeBench.WaitsFor(bench.Snapshot("api")));

        await bench.StateAsync(_store, KnownResourceStates.Running);
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task What_has_no_lifetime_is_not_waited_for()
    {
        _api.WaitsFor(new TimelessResource("fact"));
        await using var bench = new RuntimeBench([_api]);

        Assert.True(bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_wait_for_health_ends_after_the_ready_handlers()
    {
        _api.WaitsFor(_store);
        await using var bench = new RuntimeBench([_store, _api]);
        var handlers = new TaskCompletionSource();
        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.ReadyAsync(_store, handlers.Task);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);
        Assert.False(wait.IsCompleted);

        handlers.SetResult();
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task A_failing_ready_handler_fails_who_waits()
    {
        _api.WaitsFor(_store);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.ReadyAsync(_store, Task.FromException(new InvalidOperationException("seed data is broken.")));

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None).WaitAsync(RuntimeBench.Limit));
        Assert.Contains("'store' is healthy, but a handler of its ready event failed: seed data is broken.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        _api.WaitsFor(_store);
        await using var bench = new RuntimeBench([_store, _api]);
        using var cancellation = new CancellationTokenSource();
        var wait = bench.Notifications.WaitForDependenciesAsync(_api, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(RuntimeBench.Limit));
    }

    [Fact]
    public async Task The_start_event_is_held_until_the_dependencies_are_there()
    {
        _api.WaitsFor(_store, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StartAsync();

        var start = bench.Eventing.PublishAsync(new BeforeResourceStartedEvent(_api, bench.Services));
        Assert.False(start.IsCompleted);

        await bench.StateAsync(_store, KnownResourceStates.Running);
        await start.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task A_start_command_on_a_waiting_resource_skips_the_wait()
    {
        _api.WaitsFor(_store);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StartAsync();
        await bench.StateAsync(_api, KnownResourceStates.Starting);

        var start = bench.Eventing.PublishAsync(new BeforeResourceStartedEvent(_api, bench.Services));
        Assert.Equal(KnownResourceStates.Waiting, bench.Snapshot("api").State?.Text);
        Assert.False(start.IsCompleted);

        await bench.StateAsync(_api, KnownResourceStates.Starting);
        await start.WaitAsync(RuntimeBench.Limit);
        Assert.Equal(KnownResourceStates.Starting, bench.Snapshot("api").State?.Text);
        Assert.Empty(RuntimeBench.WaitsFor(bench.Snapshot("api")));
    }

    [Fact]
    public async Task A_replica_that_runs_goes_on_running_while_another_waits_to_start_again()
    {
        _api.WithInstances(2).WaitsFor(_store, WaitType.WaitUntilStarted);
        await using var bench = new RuntimeBench([_store, _api]);
        await bench.StateAsync(_api, "api-1", KnownResourceStates.Running);
        await bench.StateAsync(_api, "api-2", KnownResourceStates.Starting);

        var wait = bench.Notifications.WaitForDependenciesAsync(_api, CancellationToken.None);

        Assert.Equal(KnownResourceStates.Running, bench.Snapshot("api-1").State?.Text);
        Assert.Empty(RuntimeBench.WaitsFor(bench.Snapshot("api-1")));
        Assert.Equal(["store"], RuntimeBench.WaitsFor(bench.Snapshot("api-2")));
        await bench.StateAsync(_store, KnownResourceStates.Running);
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    private sealed class TimelessResource(string name) : Resource(name), IResourceWithoutLifetime;
}
