using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Containers;

/// <summary><c>AddRedis</c> with a real redis-server, Debian's.</summary>
[Collection(ContainerCollection.Name)]
public sealed class RedisTests
{
    [DockerFact]
    public async Task Server_is_healthy_wants_its_password_and_keeps_its_data()
    {
        var volume = $"tmcp-test-{Guid.NewGuid():N}";
        try
        {
            await using (var app = await StartAsync(volume))
            {
                await app.Application.ResourceNotifications.WaitForResourceHealthyAsync("cache").WaitAsync(TestApplication.Limit);
                var connection = await app.Application.GetConnectionStringAsync("cache");
                Assert.Matches("^localhost:\\d+,password=s3cret$", connection);
                Assert.Equal("OK", Redis(app, "SET key kept"));
                Assert.Equal("OK", Redis(app, "SAVE"));
                Assert.Contains("NOAUTH", Redis(app, "GET key", password: ""), StringComparison.Ordinal);
            }

            await using var second = await StartAsync(volume);
            await second.Application.ResourceNotifications.WaitForResourceHealthyAsync("cache").WaitAsync(TestApplication.Limit);
            Assert.Equal("kept", Redis(second, "GET key"));
        }
        finally
        {
            DockerEngine.TryRun("volume", "rm", "-f", volume);
        }
    }

    [DockerFact]
    public async Task Wrong_password_is_said_by_the_health_check()
    {
        var builder = TestApplication.CreateBuilder();
        var password = builder.AddParameter("wanted", "other", secret: true);
        builder.AddRedis("cache", password: password).OnTestImage().WithEnvironment("REDIS_PASSWORD", "another");
        await using var app = await TestApplication.StartAsync(builder);

        var told = await app.Application.ResourceNotifications.WaitForResourceAsync(
            "cache",
            change => change.Snapshot.HealthReports.Any(report => report.Status == HealthStatus.Unhealthy && report.Description!.Contains("refused", StringComparison.Ordinal)))
            .WaitAsync(TestApplication.Limit);

        Assert.DoesNotContain("other", Assert.Single(told.Snapshot.HealthReports).Description!.Replace("another one", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(string volume)
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddRedis("cache", password: builder.AddParameter("password", "s3cret", secret: true)).OnTestImage().WithDataVolume(volume);
        return TestApplication.StartAsync(builder);
    }

    private static string Redis(TestApplication app, string command, string password = "s3cret")
    {
        var id = app.ContainerIdAsync("cache").GetAwaiter().GetResult();
        return DockerEngine.Run(["exec", "-e", $"REDISCLI_AUTH={password}", id, "redis-cli", .. command.Split(' ')]);
    }
}
