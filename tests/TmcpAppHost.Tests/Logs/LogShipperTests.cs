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
    private readonly LogShipperTargets _targets;
    private readonly LogShipper _shipper;
    private readonly ILogger _noisy;

    public LogShipperTests()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });
        var noisy = builder.AddExecutable("noisy", "noisy", ".").Resource;
        _targets = new LogShipperTargets(Receiver(builder, TwoReceivers.Store), Receiver(builder, TwoReceivers.Agent));
        _app = builder.Build();
        _noisy = Loggers.GetLogger(noisy);
        _shipper = Shipper(NullLogger<LogShipper>.Instance);
    }

    private ResourceLoggerService Loggers => _app.Services.GetRequiredService<ResourceLoggerService>();

    private DistributedApplicationModel Model => _app.Services.GetRequiredService<DistributedApplicationModel>();

    private ResourceNotificationService Notifications => _app.Services.GetRequiredService<ResourceNotificationService>();

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

    [Fact]
    public async Task Lines_of_a_start_are_sent_when_it_is_over()
    {
        await _shipper.StartAsync(default);
        Write(0);
        // A line that is read at once is complete after 0.2 s, and there a few milliseconds later.
        for (var step = 0; step < 20; step++)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal((0, 0), (_receivers.Count(TwoReceivers.Store), _receivers.Count(TwoReceivers.Agent)));

        await SettleAsync();

        // Far from the 20 s after which a start counts as hanging.
        await UntilAsync(() => _receivers.Count(TwoReceivers.Store) == 1 && _receivers.Count(TwoReceivers.Agent) == 1, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Stop_amid_a_message_is_no_failure()
    {
        await SettleAsync();
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        // Which of two waits sees the end first is left to chance.
        for (var round = 0; round < 100; round++)
        {
            using var shipper = Shipper(factory.CreateLogger<LogShipper>());
            await shipper.StartAsync(default);
            Write(round);
            await Task.Delay(TimeSpan.FromMilliseconds(1));
            await shipper.StopAsync(default);
        }

        Assert.DoesNotContain(logs.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal));
    }

    private LogShipper Shipper(ILogger<LogShipper> logger) => new(Model, Loggers, _receivers, _targets, Notifications, _clock, logger);

    private async Task SettleAsync()
    {
        foreach (var resource in Model.Resources)
            await Notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Finished });
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

    private async Task UntilAsync(Func<bool> isSo, TimeSpan? atMost = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        var end = _clock.GetUtcNow() + atMost;
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            if (!(_clock.GetUtcNow() >= end))
                _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        }
    }
}
