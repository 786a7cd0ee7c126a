using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Tmcp.AppHost.Logs;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests.Logs;

public sealed class LogShipperTests : IAsyncLifetime
{
    // More than a receiver's queue holds.
    private const int Lines = 15_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ManualClock _clock = new();
    private readonly TwoReceivers _receivers = new();
    private readonly DistributedApplication _app;
    private readonly LogShipper _shipper;
    private readonly ILogger _noisy;

    public LogShipperTests()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });
        var noisy = builder.AddExecutable("noisy", "noisy", ".").Resource;
        var targets = new LogShipperTargets(Receiver(builder, TwoReceivers.Store), Receiver(builder, TwoReceivers.Agent));
        _app = builder.Build();
        var loggers = _app.Services.GetRequiredService<ResourceLoggerService>();
        _noisy = loggers.GetLogger(noisy);
        _shipper = new LogShipper(
            _app.Services.GetRequiredService<DistributedApplicationModel>(), loggers, _receivers, targets, _clock, NullLogger<LogShipper>.Instance);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _shipper.StopAsync(default);
        _shipper.Dispose();
        _receivers.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(TwoReceivers.Store, TwoReceivers.Agent)]
    [InlineData(TwoReceivers.Agent, TwoReceivers.Store)]
    public async Task Receiver_that_is_away_holds_up_no_other_and_gets_every_line_in_order_when_it_is_back(string away, string other)
    {
        _receivers.Away = away;
        await _shipper.StartAsync(default);
        // Before both follow, only the last 10,000 lines are kept for them.
        Write(0);
        await UntilAsync(() => _receivers.Refused > 0 && _receivers.Count(other) == 1);

        foreach (var number in Enumerable.Range(1, Lines - 1))
            Write(number);
        await UntilAsync(() => _receivers.Count(other) == Lines);
        Assert.Empty(_receivers.Of(away));

        _receivers.Away = null;
        await UntilAsync(() => _receivers.Count(away) == Lines);

        Assert.Equal(Enumerable.Range(0, Lines).Select(Text), _receivers.Of(away));
        Assert.Equal(Enumerable.Range(0, Lines).Select(Text), _receivers.Of(other));
    }

    private static EndpointReference Receiver(IDistributedApplicationBuilder builder, string name)
    {
        var container = builder.AddContainer(name, "none").WithHttpEndpoint();
        var endpoint = container.Resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, name, 80);
        return container.GetEndpoint(endpoint.Name);
    }

    private static string Text(int number) => $"line {number}";

    private void Write(int number) => _noisy.Log(LogLevel.Information, default, number, null, (state, _) => Text(state));

    private async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
