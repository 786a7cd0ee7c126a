using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace TmcpHosting.Tests.Runtime;

public sealed class ResourceLoggerTests : IAsyncDisposable
{
    private readonly TestResource _single = new TestResource("store").WithInstances(1);
    private readonly TestResource _replicated = new TestResource("api").WithInstances(2);
    private readonly RuntimeBench _bench;

    public ResourceLoggerTests() => _bench = new RuntimeBench([_single, _replicated]);

    [Fact]
    public async Task A_log_keeps_its_last_10000_lines_and_numbers_go_on()
    {
        for (var number = 1; number <= 10_005; number++)
            _bench.Loggers.AppendLine(_single, "store-1", $"line {number}", isError: false);

        var lines = await AllAsync("store-1");

        Assert.Equal(10_000, lines.Count);
        Assert.Equal((6, 10_005), (lines[0].LineNumber, lines[^1].LineNumber));
        Assert.EndsWith(" line 6", lines[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_begins_with_its_time_in_utc_and_seven_digits()
    {
        var time = new DateTimeOffset(2026, 11, 21, 3, 15, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567);
        _bench.Loggers.AppendLine(_single, "store-1", "ready", isError: false, time);

        Assert.Equal("2026-11-21T02:15:00.1234567Z ready", (await AllAsync("store")).Single().Content);
    }

    [Fact]
    public async Task A_watcher_gets_what_is_kept_and_then_every_new_line_once()
    {
        _bench.Loggers.AppendLine(_single, "store-1", "before", isError: false);
        await using var watch = _bench.Loggers.WatchAsync("store-1").GetAsyncEnumerator();

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(["before"], Texts(watch.Current));

        var next = watch.MoveNextAsync().AsTask();
        _bench.Loggers.AppendLine(_single, "store-1", "after", isError: true);
        Assert.True(await next.WaitAsync(RuntimeBench.Limit));
        Assert.Equal(["after"], Texts(watch.Current));
        Assert.Equal((2, true), (watch.Current[0].LineNumber, watch.Current[0].IsErrorMessage));
    }

    [Fact]
    public async Task The_log_of_a_resource_merges_its_replicas_and_theirs_stay_apart()
    {
        _bench.Loggers.AppendLine(_replicated, "api-1", "one", isError: false);
        _bench.Loggers.AppendLine(_replicated, "api-2", "two", isError: false);

        Assert.Equal(["one", "two"], Texts(await AllAsync("api")));
        Assert.Equal(["one"], Texts(await AllAsync("api-1")));
        Assert.Equal(["two"], Texts(await AllAsync("API-2")));
    }

    [Fact]
    public async Task What_is_said_about_a_resource_stands_in_every_replicas_log_once_even_when_said_first()
    {
        _bench.Loggers.GetLogger(_replicated).LogInformation("waiting");
        _bench.Loggers.AppendLine(_replicated, "api-1", "one", isError: false);
        _bench.Loggers.GetLogger("api").LogWarning("late");

        Assert.Equal(["waiting", "one", "late"], Texts(await AllAsync("api")));
        Assert.Equal(["waiting", "one", "late"], Texts(await AllAsync("api-1")));
        Assert.Equal(["waiting", "late"], Texts(await AllAsync("api-2")));
    }

    [Fact]
    public async Task A_logger_of_an_instance_writes_into_its_log_and_the_resources()
    {
        _bench.Loggers.GetLogger("api-2").LogError("lost");

        Assert.Equal(["lost"], Texts(await AllAsync("api-2")));
        Assert.True((await AllAsync("api")).Single().IsErrorMessage);
        Assert.Empty(await AllAsync("api-1"));
    }

    [Fact]
    public async Task An_exception_becomes_one_line_each()
    {
        _bench.Loggers.GetLogger(_single).LogError(new InvalidOperationException("no disk"), "Cannot write.");

        Assert.Equal(["Cannot write.", "System.InvalidOperationException: no disk"], Texts(await AllAsync("store")));
    }

    [Fact]
    public async Task A_completed_log_ends_its_streams_and_keeps_what_it_has()
    {
        _bench.Loggers.AppendLine(_replicated, "api-1", "one", isError: false);
        var live = DrainAsync(_bench.Loggers.WatchAsync("api-1"));

        _bench.Loggers.Complete(_replicated);
        _bench.Loggers.AppendLine(_replicated, "api-1", "too late", isError: false);

        Assert.Equal(["one"], Texts(await live.WaitAsync(RuntimeBench.Limit)));
        Assert.Equal(["one"], Texts(await DrainAsync(_bench.Loggers.WatchAsync(_replicated)).WaitAsync(RuntimeBench.Limit)));
    }

    [Fact]
    public async Task A_cleared_log_is_empty_and_its_numbers_go_on()
    {
        _bench.Loggers.AppendLine(_single, "store-1", "old", isError: false);
        _bench.Loggers.ClearBacklog("store");
        _bench.Loggers.AppendLine(_single, "store-1", "new", isError: false);

        var line = (await AllAsync("store-1")).Single();
        Assert.Equal((2, "new"), (line.LineNumber, Texts([line])[0]));
    }

    [Fact]
    public async Task A_log_of_an_unknown_name_is_empty_and_may_fill_later()
    {
        Assert.Empty(await AllAsync("nobody"));
        _bench.Loggers.GetLogger("nobody").LogInformation("hello");
        Assert.Equal(["hello"], Texts(await AllAsync("nobody")));
    }

    [Fact]
    public void The_tail_is_plain_text_without_time_colours_and_empty_lines()
    {
        _bench.Loggers.AppendLine(_single, "store-1", "first", isError: false);
        _bench.Loggers.AppendLine(_single, "store-1", "\u001b[31mred\u001b[0m  ", isError: true);
        _bench.Loggers.AppendLine(_single, "store-1", "", isError: false);

        Assert.Equal(["red"], _bench.Loggers.Tail("store", 1));
        Assert.Equal(["first", "red"], _bench.Loggers.Tail("store-1", 20));
    }

    [Fact]
    public async Task Lines_of_many_writers_reach_every_watcher_in_one_order()
    {
        const int Writers = 8, Lines = 1_000;
        var watches = Enumerable.Range(0, 3).Select(_ => DrainAsync(_bench.Loggers.WatchAsync("api"))).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var line = 0; line < Lines; line++)
                _bench.Loggers.AppendLine(_replicated, $"api-{(writer % 2) + 1}", $"{writer}/{line}", isError: false);
        })));
        _bench.Loggers.Complete("api");

        foreach (var lines in await Task.WhenAll(watches).WaitAsync(RuntimeBench.Limit))
            Assert.Equal(Enumerable.Range(1, Writers * Lines), lines.Select(line => line.LineNumber));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static string[] Texts(IEnumerable<LogLine> lines) => [.. lines.Select(line => line.Content[(line.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    private static async Task<List<LogLine>> DrainAsync(IAsyncEnumerable<IReadOnlyList<LogLine>> watch)
    {
        var lines = new List<LogLine>();
        await foreach (var batch in watch)
            lines.AddRange(batch);
        return lines;
    }

    private Task<List<LogLine>> AllAsync(string name) => DrainAsync(_bench.Loggers.GetAllAsync(name));
}
