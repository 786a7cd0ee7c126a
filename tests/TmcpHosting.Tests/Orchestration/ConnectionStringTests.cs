using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>Composed connection strings in a running application.</summary>
public sealed class ConnectionStringTests
{
    [EngineFact]
    public async Task Composed_connection_string_is_announced_once()
    {
        var announced = 0;
        var builder = TestApplication.CreateBuilder();
        builder.AddConnectionString("database", ReferenceExpression.Create($"Host=localhost"))
            .OnConnectionStringAvailable((_, _, _) =>
            {
                Interlocked.Increment(ref announced);
                return Task.CompletedTask;
            });
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("database", KnownResourceStates.Running);

        Assert.Equal(1, announced);
    }

    [EngineFact]
    public async Task Composed_connection_string_that_cannot_be_announced_fails_with_the_reason()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddConnectionString("database", ReferenceExpression.Create($"Host=localhost"))
            .OnConnectionStringAvailable((_, _, _) => throw new InvalidOperationException("no such database"));
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("database", KnownResourceStates.FailedToStart);

        Assert.Contains(await app.LogAsync("database"), line => line.Contains("no such database", StringComparison.Ordinal));
    }
}
