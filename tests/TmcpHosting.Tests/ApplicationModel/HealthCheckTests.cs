using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData(null, null, "tool_https_/_200_check")]
    [InlineData("/health", 204, "tool_https_/health_204_check")]
    public void An_http_check_prefers_https_and_has_a_telling_key(string? path, int? status, string key)
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().WithHttpsEndpoint().WithHttpHealthCheck(path, status);

        Assert.Equal(key, tool.Resource.Annotations.OfType<HealthCheckAnnotation>().Single().Key);
    }

    [Fact]
    public async Task An_http_check_is_registered()
    {
        var builder = TestApplication.Create();
        builder.AddTool("tool").WithHttpEndpoint(name: "web").WithHttpHealthCheck("/health", endpointName: "web");
        await using var application = builder.Build();

        var report = await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        var entry = report.Entries["tool_web_/health_200_check"];
        Assert.Equal((HealthStatus.Unhealthy, "Endpoint 'web' of 'tool' has no address yet."), (entry.Status, entry.Description));
    }

    [Fact]
    public void An_http_check_without_endpoint_is_refused_at_once()
    {
        var tool = TestApplication.Create().AddTool("tool");

        Assert.Contains("no endpoint that speaks HTTP", Assert.Throws<DistributedApplicationException>(() => tool.WithHttpHealthCheck()).Message, StringComparison.Ordinal);
        Assert.Contains("no endpoint 'web'", Assert.Throws<DistributedApplicationException>(() => tool.WithHttpHealthCheck(endpointName: "web")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_check_twice_is_refused() =>
        Assert.Throws<DistributedApplicationException>(() => TestApplication.Create().AddTool("tool").WithHealthCheck("ping").WithHealthCheck("PING"));

    [Fact]
    public async Task An_unknown_check_fails_the_start()
    {
        var builder = TestApplication.Create();
        builder.AddTool("tool").WithHealthCheck("ping");
        await using var application = builder.Build();

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => application.Services.GetRequiredService<ApplicationStart>().PrepareAsync(default));

        Assert.Contains("'tool' uses the health check 'ping'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_check_passes()
    {
        var builder = TestApplication.Create();
        builder.Services.AddHealthChecks().AddCheck("ping", () => HealthCheckResult.Healthy());
        builder.AddTool("tool").WithHealthCheck("ping");
        await using var application = builder.Build();

        await application.Services.GetRequiredService<ApplicationStart>().PrepareAsync(default);
    }

    [Theory]
    [InlineData("Starting", null, null)]
    [InlineData("Running", null, HealthStatus.Healthy)]
    [InlineData("Running", HealthStatus.Degraded, HealthStatus.Degraded)]
    public void Health_is_the_worst_report_while_running(string state, HealthStatus? report, HealthStatus? expected)
    {
        var snapshot = new CustomResourceSnapshot { ResourceType = "x", Properties = [], State = state };
        if (report is not null)
            snapshot = snapshot with { HealthReports = [new("a", HealthStatus.Healthy, null, null), new("b", report, null, null)] };

        Assert.Equal(expected, snapshot.HealthStatus);
    }

    [Fact]
    public void A_check_that_has_not_reported_is_unhealthy() => Assert.Equal(
        HealthStatus.Unhealthy,
        new CustomResourceSnapshot { ResourceType = "x", Properties = [], State = "Running", HealthReports = [new("a", null, null, null)] }.HealthStatus);
}
