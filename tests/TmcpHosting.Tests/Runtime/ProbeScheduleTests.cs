using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

public sealed class ProbeScheduleTests
{
    [Theory]
    [InlineData(HealthStatus.Unhealthy, false, 1, 50)]
    [InlineData(HealthStatus.Unhealthy, false, 40, 50)]
    [InlineData(HealthStatus.Degraded, false, 41, 100)]
    [InlineData(HealthStatus.Unhealthy, false, 1_240, 100)]
    [InlineData(HealthStatus.Unhealthy, false, 1_241, 1_000)]
    [InlineData(HealthStatus.Unhealthy, false, 9_999, 5_000)]
    [InlineData(HealthStatus.Healthy, true, 0, 30_000)]
    [InlineData(HealthStatus.Unhealthy, true, 1, 1_000)]
    [InlineData(HealthStatus.Degraded, true, 2, 2_000)]
    [InlineData(HealthStatus.Unhealthy, true, 5, 5_000)]
    [InlineData(HealthStatus.Unhealthy, true, 50, 5_000)]
    public void The_pause_after_a_probe_is(HealthStatus status, bool wasHealthy, int failures, int milliseconds)
        => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), ProbeSchedule.After(status, wasHealthy, failures));
}
