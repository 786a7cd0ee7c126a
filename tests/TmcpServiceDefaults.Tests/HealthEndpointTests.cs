using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Tmcp.ServiceDefaults.Health;

namespace TmcpServiceDefaults.Tests;

public sealed class HealthEndpointTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, HttpStatusCode.OK, "ok")]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK, "degraded")]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable, "unhealthy")]
    public async Task Status_word_and_code_follow_the_worst_check(HealthStatus worst, HttpStatusCode code, string word)
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("fine", () => HealthCheckResult.Healthy())
            .AddCheck("store", () => new HealthCheckResult(worst, "as told")));

        using var response = await FirstReportAsync(service.Client);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(code, response.StatusCode);
        Assert.Equal(word, body.RootElement.GetProperty("status").GetString());
        Assert.Equal(word, body.RootElement.GetProperty("checks").GetProperty("store").GetProperty("status").GetString());
        Assert.Equal("as told", body.RootElement.GetProperty("checks").GetProperty("store").GetProperty("description").GetString());
        Assert.Equal("ok", body.RootElement.GetProperty("checks").GetProperty("fine").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Exception_text_of_a_check_never_reaches_the_body()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("store", () => throw new InvalidOperationException("password=hunter2")));

        var body = await (await FirstReportAsync(service.Client)).Content.ReadAsStringAsync();

        Assert.Contains("store", body, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alive_answers_while_the_service_is_not_ready()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("store", () => HealthCheckResult.Unhealthy()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await FirstReportAsync(service.Client)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/alive")).StatusCode);
    }

    [Fact]
    public async Task Parallel_probes_share_one_run_of_the_checks()
    {
        var runs = 0;
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddAsyncCheck("counted", () =>
            {
                Interlocked.Increment(ref runs);
                return Task.FromResult(HealthCheckResult.Healthy());
            }));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Client.GetAsync("/health")));

        // 50 probes take well under the freshness of 1 s; a slow machine may see a second run.
        Assert.InRange(runs, 1, 5);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, 999, 1)]
    [InlineData(HealthStatus.Healthy, 1000, 2)]
    [InlineData(HealthStatus.Degraded, 199, 1)]
    [InlineData(HealthStatus.Degraded, 200, 2)]
    [InlineData(HealthStatus.Unhealthy, 200, 2)]
    public async Task Trouble_is_looked_at_again_sooner_than_health(HealthStatus status, int milliseconds, int expectedRuns)
    {
        var clock = new Tmcp.Tests.Shared.ManualClock();
        var runs = 0;
        await using var provider = new ServiceCollection().AddLogging().AddHealthChecks().AddCheck("store", () =>
        {
            runs++;
            return new HealthCheckResult(status, "as told");
        }).Services.BuildServiceProvider();
        var cache = new HealthReportCache(provider.GetRequiredService<HealthCheckService>(), new HealthChanges(NullLogger<HealthChanges>.Instance), clock);

        await cache.GetAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await cache.GetAsync(CancellationToken.None);

        Assert.Equal(expectedRuns, runs);
    }

    [Fact]
    public async Task A_hanging_check_is_reported_and_does_not_hold_the_probe()
    {
        var clock = new Tmcp.Tests.Shared.ManualClock();
        var hangs = new TaskCompletionSource<HealthCheckResult>();
        await using var provider = new ServiceCollection().AddLogging().AddHealthChecks()
            .AddAsyncCheck("hangs", () => hangs.Task).Services.BuildServiceProvider();
        var cache = new HealthReportCache(provider.GetRequiredService<HealthCheckService>(), new HealthChanges(NullLogger<HealthChanges>.Instance), clock);

        var probe = cache.GetAsync(CancellationToken.None);
        clock.Advance(HealthReportCache.Patience);

        Assert.Null(await probe);
        hangs.SetResult(HealthCheckResult.Healthy());
        Assert.Equal(HealthStatus.Healthy, (await cache.GetAsync(CancellationToken.None))?.Status);
    }

    [Fact]
    public async Task A_dependency_that_refuses_is_named_with_its_address_and_without_its_query()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddHttpDependency("store", _ => new Uri("http://127.0.0.1:9/"), "/ready?key=hunter2"));

        var body = await (await FirstReportAsync(service.Client)).Content.ReadAsStringAsync();

        Assert.Contains("GET http://127.0.0.1:9/ready", body, StringComparison.Ordinal);
        Assert.Contains("degraded", body, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", body, StringComparison.Ordinal);
    }

    // The first run of the checks may take longer than a probe waits; the answer then says so.
    private static async Task<HttpResponseMessage> FirstReportAsync(HttpClient client)
    {
        while (true)
        {
            var response = await client.GetAsync("/health");
            if (!(await response.Content.ReadAsStringAsync()).Contains("has not finished yet", StringComparison.Ordinal))
                return response;
            response.Dispose();
        }
    }
}
