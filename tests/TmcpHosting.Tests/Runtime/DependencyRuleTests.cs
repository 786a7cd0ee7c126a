using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

/// <summary>What a state of a dependency means to who waits for it: state and exit code, by kind of wait and behaviour.</summary>
public sealed class DependencyRuleTests
{
    private const string P = "Pending", S = "Satisfied", F = "Failed";

    // state, exit code | healthy: wait, stop | started: wait, stop | completion (exit code 0)
    [Theory]
    [InlineData(null, null, P, P, P, P, P)]
    [InlineData("NotStarted", null, P, P, P, P, P)]
    [InlineData("Waiting", null, P, P, P, P, P)]
    [InlineData("Building", null, P, P, P, P, P)]
    [InlineData("Starting", null, P, P, P, P, P)]
    [InlineData("Downloading 40 percent", null, P, P, P, P, P)]
    [InlineData("Running", null, P, P, S, S, P)]
    [InlineData("Running+Ready", null, S, S, S, S, P)]
    [InlineData("Stopping", null, P, P, P, P, P)]
    [InlineData("RuntimeUnhealthy", null, P, F, P, F, P)]
    [InlineData("ValueMissing", null, P, F, P, F, P)]
    [InlineData("FailedToStart", null, P, F, P, F, F)]
    [InlineData("FailedToStart", 0, P, F, P, F, F)]
    [InlineData("Finished", 0, P, F, P, F, S)]
    [InlineData("Finished", 1, P, F, P, F, F)]
    [InlineData("Exited", 0, P, F, P, F, S)]
    [InlineData("Exited", 137, P, F, P, F, F)]
    [InlineData("Finished", null, P, F, P, F, S)]
    public void A_state_means(
        string? state, int? exitCode, string healthyWait, string healthyStop, string startedWait, string startedStop, string completion)
    {
        var snapshot = Snapshot(state, exitCode);

        Assert.Equal(healthyWait, Judge(WaitType.WaitUntilHealthy, WaitBehavior.WaitOnResourceUnavailable, snapshot));
        Assert.Equal(healthyStop, Judge(WaitType.WaitUntilHealthy, WaitBehavior.StopOnResourceUnavailable, snapshot));
        Assert.Equal(startedWait, Judge(WaitType.WaitUntilStarted, WaitBehavior.WaitOnResourceUnavailable, snapshot));
        Assert.Equal(startedStop, Judge(WaitType.WaitUntilStarted, WaitBehavior.StopOnResourceUnavailable, snapshot));
        Assert.Equal(completion, Judge(WaitType.WaitForCompletion, WaitBehavior.WaitOnResourceUnavailable, snapshot));
        Assert.Equal(completion, Judge(WaitType.WaitForCompletion, WaitBehavior.StopOnResourceUnavailable, snapshot));
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, P)]
    [InlineData(HealthStatus.Degraded, P)]
    [InlineData(HealthStatus.Healthy, S)]
    public void Healthy_means_what_the_worst_check_says(HealthStatus status, string expected)
    {
        var snapshot = Snapshot("Running+Ready", null) with
        {
            HealthReports = [new("good", HealthStatus.Healthy, null, null), new("other", status, null, null)],
        };

        Assert.Equal(expected, Judge(WaitType.WaitUntilHealthy, WaitBehavior.StopOnResourceUnavailable, snapshot));
    }

    [Fact]
    public void Another_exit_code_can_be_the_expected_one()
    {
        var dependency = new Dependency(new TestResource("job"), WaitType.WaitForCompletion, WaitBehavior.StopOnResourceUnavailable, ExitCode: 3);

        Assert.Equal(DependencyVerdict.Satisfied, DependencyRule.Judge(dependency, Snapshot("Finished", 3)));
        Assert.Equal(DependencyVerdict.Failed, DependencyRule.Judge(dependency, Snapshot("Finished", 0)));
    }

    [Fact]
    public void A_process_that_ended_without_a_known_exit_code_has_not_succeeded()
    {
        var job = new TestResource("job").WithInstances(1);
        var dependency = new Dependency(job, WaitType.WaitForCompletion, WaitBehavior.WaitOnResourceUnavailable, ExitCode: 0);

        Assert.Equal(DependencyVerdict.Failed, DependencyRule.Judge(dependency, Snapshot("Finished", null)));
    }

    private static string Judge(WaitType type, WaitBehavior behavior, CustomResourceSnapshot snapshot)
        => DependencyRule.Judge(new Dependency(new TestResource("it"), type, behavior, ExitCode: 0), snapshot).ToString();

    private static CustomResourceSnapshot Snapshot(string? state, int? exitCode) => new()
    {
        ResourceType = "Test",
        Properties = [],
        State = state == "Running+Ready" ? "Running" : state,
        ResourceReadyEvent = state == "Running+Ready" ? new EventSnapshot(Task.CompletedTask) : null,
        ExitCode = exitCode,
    };
}
