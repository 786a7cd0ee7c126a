using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace TmcpHosting.Tests.Runtime;

public sealed class EventingTests
{
    private readonly DistributedApplicationEventing _eventing = new();
    private readonly List<string> _calls = [];

    [Fact]
    public async Task Handlers_run_one_after_the_other_in_the_order_of_subscription()
    {
        for (var number = 0; number < 10; number++)
        {
            var name = $"{number}";
            _eventing.Subscribe<TestEvent>(async (_, _) =>
            {
                _calls.Add($"{name} begins");
                await Task.Yield();
                _calls.Add($"{name} ends");
            });
        }

        await _eventing.PublishAsync(new TestEvent());

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(number => new[] { $"{number} begins", $"{number} ends" }), _calls);
    }

    [Fact]
    public async Task A_resource_subscription_sees_only_events_of_its_resource()
    {
        var (a, b) = (new TestResource("a"), new TestResource("b"));
        _eventing.Subscribe<TestResourceEvent>(a, (@event, _) => Note($"a: {@event.Resource.Name}"));
        _eventing.Subscribe<TestResourceEvent>((@event, _) => Note($"all: {@event.Resource.Name}"));

        await _eventing.PublishAsync(new TestResourceEvent(b));
        await _eventing.PublishAsync(new TestResourceEvent(a));

        Assert.Equal(["all: b", "a: a", "all: a"], _calls);
    }

    [Fact]
    public async Task An_unsubscribed_handler_is_not_called()
    {
        var subscription = _eventing.Subscribe<TestEvent>((_, _) => Note("gone"));
        _eventing.Subscribe<TestEvent>((_, _) => Note("stays"));
        _eventing.Unsubscribe(subscription);

        await _eventing.PublishAsync(new TestEvent());

        Assert.Equal(["stays"], _calls);
    }

    [Fact]
    public async Task A_failing_handler_fails_the_publisher_and_keeps_the_rest_from_running()
    {
        _eventing.Subscribe<TestEvent>((_, _) => throw new InvalidOperationException("no disk"));
        _eventing.Subscribe<TestEvent>((_, _) => Note("second"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _eventing.PublishAsync(new TestEvent()));

        Assert.Equal("no disk", exception.Message);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task Concurrent_handlers_run_at_the_same_time_and_are_waited_for()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _eventing.Subscribe<TestEvent>((_, _) => MeetAsync(first, second));
        _eventing.Subscribe<TestEvent>((_, _) => MeetAsync(second, first));

        await _eventing.PublishAsync(new TestEvent(), EventDispatchBehavior.BlockingConcurrent).WaitAsync(RuntimeBench.Limit);

        Assert.True(first.Task.IsCompleted && second.Task.IsCompleted);
    }

    [Theory]
    [InlineData(EventDispatchBehavior.NonBlockingSequential)]
    [InlineData(EventDispatchBehavior.NonBlockingConcurrent)]
    public async Task A_publisher_that_does_not_block_returns_before_its_handlers_end(EventDispatchBehavior behavior)
    {
        var (mayEnd, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        _eventing.Subscribe<TestEvent>(async (_, _) =>
        {
            await mayEnd.Task;
            ended.SetResult();
        });

        await _eventing.PublishAsync(new TestEvent(), behavior).WaitAsync(RuntimeBench.Limit);

        Assert.False(ended.Task.IsCompleted);
        mayEnd.SetResult();
        await ended.Task.WaitAsync(RuntimeBench.Limit);
    }

    [Fact]
    public async Task A_failure_that_nobody_waits_for_is_logged_with_its_event_and_resource()
    {
        var logger = new NotingLogger();
        _eventing.Logger = logger;
        _eventing.Subscribe<TestResourceEvent>((_, _) => throw new InvalidOperationException("no disk"));

        await _eventing.PublishAsync(new TestResourceEvent(new TestResource("store")), EventDispatchBehavior.NonBlockingConcurrent);

        var (text, exception) = await logger.First.Task.WaitAsync(RuntimeBench.Limit);
        Assert.Contains("TestResourceEvent of 'store'", text, StringComparison.Ordinal);
        Assert.Equal("no disk", exception?.Message);
    }

    private static async Task MeetAsync(TaskCompletionSource here, TaskCompletionSource there)
    {
        here.SetResult();
        await there.Task;
    }

    private Task Note(string call)
    {
        _calls.Add(call);
        return Task.CompletedTask;
    }

    private sealed class TestEvent : IDistributedApplicationEvent;

    private sealed class TestResourceEvent(IResource resource) : IDistributedApplicationResourceEvent
    {
        public IResource Resource { get; } = resource;

        public IServiceProvider Services => throw new NotSupportedException();
    }

    private sealed class NotingLogger : ILogger
    {
        public TaskCompletionSource<(string Text, Exception? Exception)> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => First.TrySetResult((formatter(state, exception), exception));
    }
}
