using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

public sealed class HealthMonitoringTests
{
    private readonly TestResource _store = new("store");
    private readonly TestCheck _check = new();

    [Fact]
    public async Task A_resource_without_checks_is_ready_when_it_runs()
    {
        await using var bench = new RuntimeBench([_store]);
        await bench.StartAsync();
        await bench.StateAsync(_store, KnownResourceStates.Starting);
        await bench.StateAsync(_store, KnownResourceStates.Running);

        Assert.Equal(HealthStatus.Healthy, (await bench.UntilAsync("store", IsReady)).HealthStatus);
    }

    [Fact]
    public async Task Nothing_is_probed_before_the_resource_runs()
    {
        await using var bench = await BenchAsync();
        await bench.StateAsync(_store, KnownResourceStates.Starting);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, _check.Count);

        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.UntilAsync("store", IsReady);
        Assert.NotEqual(0, _check.Count);
    }

    [Fact]
    public async Task Reports_carry_description_and_exception_into_the_snapshot()
    {
        _check.Answer = () => HealthCheckResult.Unhealthy("no disk", new InvalidOperationException("disk 1 is gone"));
        await using var bench = await BenchAsync();
        await bench.StateAsync(_store, KnownResourceStates.Running);

        var report = (await bench.UntilAsync("store", snapshot => snapshot.HealthReports[0].Status is not null)).HealthReports[0];

        Assert.Equal(("store-check", HealthStatus.Unhealthy, "no disk"), (report.Name, report.Status, report.Description));
        Assert.Contains("disk 1 is gone", report.ExceptionText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_carry_the_time_of_their_last_run_even_when_nothing_else_changes()
    {
        await using var bench = await BenchAsync();
        Assert.Null(bench.Notifications.TryGetCurrentState("store", out var before) ? before.Snapshot.HealthReports[0].LastRunAt : null);
        var start = bench.Clock.GetUtcNow().UtcDateTime;
        await bench.StateAsync(_store, KnownResourceStates.Running);
        Assert.Equal(start, (await bench.UntilAsync("store", IsReady)).HealthReports[0].LastRunAt);

        var later = await ReachAsync(bench, bench.UntilAsync("store", snapshot => snapshot.HealthReports[0].LastRunAt > start), TimeSpan.FromSeconds(1));

        Assert.InRange(later.HealthReports[0].LastRunAt!.Value - start, ProbeSchedule.Healthy, TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_check_that_throws_is_an_unhealthy_report()
    {
        _check.Answer = () => throw new InvalidOperationException("broken check");
        await using var bench = await BenchAsync();
        await bench.StateAsync(_store, KnownResourceStates.Running);

        var report = (await bench.UntilAsync("store", snapshot => snapshot.HealthReports[0].Status is not null)).HealthReports[0];

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("broken check", report.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probes_go_on_until_the_resource_is_healthy_and_then_pause_for_30_seconds()
    {
        var probes = new ConcurrentQueue<(bool IsWell, DateTimeOffset At)>();
        var sixth = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var seventh = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await BenchAsync();
        _check.Answer = () =>
        {
            probes.Enqueue((probes.Count >= 5, bench.Clock.GetUtcNow()));
            if (probes.Count == 6)
                sixth.TrySetResult(6);
            if (probes.Count == 7)
                seventh.TrySetResult(7);
            return probes.Count > 5 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("starting");
        };
        await bench.StateAsync(_store, KnownResourceStates.Running);

        await ReachAsync(bench, sixth.Task, ProbeSchedule.Eager);
        await bench.UntilAsync("store", IsReady);
        await ReachAsync(bench, seventh.Task, TimeSpan.FromSeconds(1));

        // Between the probes themselves: the clock runs on while what they said is on its way.
        var times = probes.ToArray();
        Assert.Equal([false, false, false, false, false, true, true], times.Take(7).Select(probe => probe.IsWell));
        Assert.InRange(times[6].At - times[5].At, ProbeSchedule.Healthy, TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_state_change_is_probed_at_once()
    {
        await using var bench = await BenchAsync();
        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.UntilAsync("store", IsReady);

        await bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 1);
        await bench.StateAsync(_store, KnownResourceStates.Starting);
        await bench.StateAsync(_store, KnownResourceStates.Running);

        await bench.UntilAsync("store", IsReady);
        Assert.True(_check.Count >= 2, $"{_check.Count} probes");
    }

    [Fact]
    public async Task The_ready_event_is_raised_once_for_each_start()
    {
        var raised = 0;
        await using var bench = await BenchAsync();
        bench.Eventing.Subscribe<ResourceReadyEvent>(_store, (_, _) =>
        {
            Interlocked.Increment(ref raised);
            return Task.CompletedTask;
        });

        for (var start = 1; start <= 3; start++)
        {
            await bench.StateAsync(_store, KnownResourceStates.Starting);
            await bench.StateAsync(_store, KnownResourceStates.Running);
            var ready = await bench.UntilAsync("store", IsReady);
            await ready.ResourceReadyEvent!.EventTask.WaitAsync(RuntimeBench.Limit);
            Assert.Equal(start, raised);

            // Ill and well again is no new start.
            _check.Answer = () => HealthCheckResult.Unhealthy("ill");
            await ReachAsync(bench, bench.UntilAsync("store", snapshot => snapshot.HealthStatus == HealthStatus.Unhealthy), TimeSpan.FromSeconds(1));
            _check.Answer = () => HealthCheckResult.Healthy();
            await ReachAsync(bench, bench.UntilAsync("store", snapshot => snapshot.HealthStatus == HealthStatus.Healthy), TimeSpan.FromSeconds(1));
            Assert.Equal(start, raised);
            await bench.StateAsync(_store, KnownResourceStates.Finished, exitCode: 0);
        }
    }

    [Fact]
    public async Task Replicas_are_ready_together_and_raise_one_event()
    {
        var raised = 0;
        _store.WithInstances(3);
        await using var bench = await BenchAsync();
        bench.Eventing.Subscribe<ResourceReadyEvent>((_, _) =>
        {
            Interlocked.Increment(ref raised);
            return Task.CompletedTask;
        });

        await bench.StateAsync(_store, KnownResourceStates.Starting);
        foreach (var id in _store.ResourceIds())
            await bench.StateAsync(_store, id, KnownResourceStates.Running);
        foreach (var id in _store.ResourceIds())
            await (await bench.UntilAsync(id, IsReady)).ResourceReadyEvent!.EventTask.WaitAsync(RuntimeBench.Limit);

        Assert.Equal(1, raised);
    }

    [Fact]
    public async Task Who_waits_goes_on_after_the_ready_handlers_and_not_before()
    {
        var api = new TestResource("api").WaitsFor(_store);
        var handler = new TaskCompletionSource();
        await using var bench = new RuntimeBench([_store, api], RuntimeBench.Check("store-check", _check));
        bench.Eventing.Subscribe<ResourceReadyEvent>(_store, (_, _) => handler.Task);
        await bench.StartAsync();
        var wait = bench.Notifications.WaitForDependenciesAsync(api, CancellationToken.None);

        await bench.StateAsync(_store, KnownResourceStates.Running);
        await bench.UntilAsync("store", IsReady);
        Assert.False(wait.IsCompleted);

        handler.SetResult();
        await wait.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_report()
    {
        var release = new TaskCompletionSource();
        _check.Answer = () =>
        {
            release.Task.Wait(TimeSpan.FromMinutes(1));
            return HealthCheckResult.Healthy();
        };
        await using var bench = await BenchAsync();
        await bench.StateAsync(_store, KnownResourceStates.Running);
        await _check.Probes.ReadAsync().AsTask().WaitAsync(RuntimeBench.Limit);

        var report = await ReachAsync(bench, bench.UntilAsync("store", snapshot => snapshot.HealthReports[0].Status is not null), HealthProbe.Limit);

        Assert.Contains("No answer within 20 s", report.HealthReports[0].Description, StringComparison.Ordinal);
        release.SetResult();
    }

    private static bool IsReady(CustomResourceSnapshot snapshot) => snapshot.ResourceReadyEvent is not null;

    // The clock moves on until what is expected has happened: timers are created by other threads, so one step may come too early.
    private static async Task<T> ReachAsync<T>(RuntimeBench bench, Task<T> goal, TimeSpan step)
    {
        var begin = Environment.TickCount64;
        while (!goal.IsCompleted && Environment.TickCount64 - begin < RuntimeBench.Limit.TotalMilliseconds)
        {
            bench.Clock.Advance(step);
            await Task.Yield();
        }

        return await goal.WaitAsync(TimeSpan.Zero);
    }

    private async Task<RuntimeBench> BenchAsync()
    {
        var bench = new RuntimeBench([_store.WithCheck("store-check")], RuntimeBench.Check("store-check", _check));
        await bench.StartAsync();
        return bench;
    }
}
