using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Tmcp.ServiceDefaults.Health;

namespace TmcpServiceDefaults.Tests;

public sealed class LogNoiseTests
{
    private const string ClientCategory = "System.Net.Http.HttpClient";

    [Theory]
    [InlineData(null, false)]
    [InlineData("Information", true)]
    public async Task Requests_that_are_sent_are_logged_only_when_the_configuration_says_so(string? level, bool isLogged)
    {
        var logs = new RecordedLogs();
        await using var service = await TestService.StartAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Information")]);
            if (level is not null)
                builder.Configuration.AddInMemoryCollection([new($"Logging:LogLevel:{ClientCategory}", level)]);
            builder.Logging.AddProvider(logs);
        });
        using var client = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient("any");

        await client.GetStringAsync(new Uri(service.Address, "/alive"));

        Assert.Equal(isLogged, logs.Entries.Any(entry => entry.Category.StartsWith(ClientCategory, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failing_dependency_is_a_warning_once_and_never_an_error()
    {
        var logs = new RecordedLogs();
        await using var service = await TestService.StartAsync(builder =>
        {
            builder.Logging.AddProvider(logs);
            builder.Services.AddHealthChecks().AddCheck("store", () => HealthCheckResult.Unhealthy("not there yet"));
        });
        var checks = service.Services.GetRequiredService<HealthCheckService>();
        var changes = service.Services.GetRequiredService<HealthChanges>();

        for (var probe = 0; probe < 3; probe++)
            changes.Report(await checks.CheckHealthAsync());

        var told = Assert.Single(logs.Entries, entry => entry.Message.Contains("store", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Warning, "Health check 'store' is unhealthy: not there yet"), (told.Level, told.Message));
    }

    [Fact]
    public async Task A_probe_tells_of_failure_and_recovery()
    {
        var logs = new RecordedLogs();
        var status = HealthStatus.Degraded;
        var clock = new Tmcp.Tests.Shared.ManualClock();
        await using var provider = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(logs).AddFilter("Microsoft", LogLevel.None))
            .AddHealthChecks().AddCheck("store", () => new HealthCheckResult(status, "slow")).Services
            .AddSingleton<HealthChanges>().AddSingleton<TimeProvider>(clock).AddSingleton<HealthReportCache>()
            .BuildServiceProvider();
        var cache = provider.GetRequiredService<HealthReportCache>();

        await cache.GetAsync(CancellationToken.None);
        status = HealthStatus.Healthy;
        clock.Advance(HealthReportCache.Freshness);
        await cache.GetAsync(CancellationToken.None);

        Assert.Equal(
            ["Health check 'store' is degraded: slow", "Health check 'store' is ok again."],
            logs.Entries.Select(entry => entry.Message));
    }
}
