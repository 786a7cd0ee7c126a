using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

public sealed class CommandTests : IAsyncDisposable
{
    private readonly TestResource _store = new("store");
    private readonly TestResource _api = new TestResource("api").WithInstances(3);
    private readonly List<string> _executed = [];
    private readonly RuntimeBench _bench;

    public CommandTests() => _bench = new RuntimeBench([_store, _api]);

    [Fact]
    public async Task A_command_gets_the_id_and_answers_with_its_result()
    {
        Add(_store, "greet", context => Task.FromResult(CommandResults.Success($"hello {context.ResourceName}")));

        var result = await _bench.Commands.ExecuteCommandAsync("store", "greet");

        Assert.True(result.Success);
        Assert.Equal("hello store", result.Message);
    }

    [Fact]
    public async Task By_name_or_resource_it_runs_for_every_replica_and_by_id_for_one()
    {
        Add(_api, "greet", _ => Task.FromResult(CommandResults.Success()));

        Assert.True((await _bench.Commands.ExecuteCommandAsync(_api, "greet")).Success);
        Assert.Equal(["api-1", "api-2", "api-3"], _executed.Order());

        _executed.Clear();
        Assert.True((await _bench.Commands.ExecuteCommandAsync("API", "greet")).Success);
        Assert.Equal(3, _executed.Count);

        _executed.Clear();
        Assert.True((await _bench.Commands.ExecuteCommandAsync("api-2", "greet")).Success);
        Assert.Equal(["api-2"], _executed);
    }

    [Fact]
    public async Task A_failing_replica_fails_the_whole_and_is_named()
    {
        Add(_api, "greet", context => Task.FromResult(context.ResourceName == "api-2" ? CommandResults.Failure("asleep") : CommandResults.Success()));

        var result = await _bench.Commands.ExecuteCommandAsync(_api, "greet");

        Assert.False(result.Success);
        Assert.Contains("failed for 1 of 3 replicas. api-2: asleep", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_replica_cancels_the_whole()
    {
        Add(_api, "greet", context => Task.FromResult(context.ResourceName == "api-2" ? CommandResults.Canceled() : CommandResults.Success()));

        Assert.True((await _bench.Commands.ExecuteCommandAsync(_api, "greet")) is { Success: false, Canceled: true });
    }

    [Fact]
    public async Task A_command_that_is_disabled_now_is_refused_with_the_reason()
    {
        Add(_store, "start", _ => Task.FromResult(CommandResults.Success()), ResourceCommandState.Disabled);
        await _bench.StateAsync(_store, KnownResourceStates.Running);

        var result = await _bench.Commands.ExecuteCommandAsync("store", "start");

        Assert.False(result.Success);
        Assert.Contains("'start' was not executed: it is Disabled while 'store' is Running", result.Message, StringComparison.Ordinal);
        Assert.Empty(_executed);
    }

    [Fact]
    public async Task An_exception_is_a_failure_and_a_line_in_the_log()
    {
        Add(_store, "greet", _ => throw new InvalidOperationException("no voice."));

        var result = await _bench.Commands.ExecuteCommandAsync("store", "greet");

        Assert.False(result.Success);
        Assert.Contains("Command 'greet' of 'store' failed: no voice.", result.Message, StringComparison.Ordinal);
        Assert.Contains(_bench.Loggers.Tail("store", 20), line => line.Contains("no voice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_reaches_the_command_and_is_its_result()
    {
        using var cancellation = new CancellationTokenSource();
        var entered = new TaskCompletionSource();
        Add(_store, "sleep", async context =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return CommandResults.Success();
        });

        var command = _bench.Commands.ExecuteCommandAsync("store", "sleep", cancellation.Token);
        await entered.Task.WaitAsync(RuntimeBench.Limit);
        await cancellation.CancelAsync();

        Assert.True((await command.WaitAsync(RuntimeBench.Limit)).Canceled);
    }

    [Fact]
    public async Task Unknown_resources_and_commands_are_failures_that_say_what_there_is()
    {
        Add(_store, "greet", _ => Task.FromResult(CommandResults.Success()));

        Assert.Contains("no resource is called 'stroe'", (await _bench.Commands.ExecuteCommandAsync("stroe", "greet")).Message, StringComparison.Ordinal);
        Assert.Contains("It has: greet.", (await _bench.Commands.ExecuteCommandAsync("store", "great")).Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private void Add(
        TestResource resource, string name, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> execute, ResourceCommandState state = ResourceCommandState.Enabled)
        => resource.Annotations.Add(new ResourceCommandAnnotation(
            name,
            name,
            _ => state,
            context =>
            {
                lock (_executed)
                    _executed.Add(context.ResourceName);
                return execute(context);
            },
            null,
            null,
            null,
            null,
            null,
            false));
}
