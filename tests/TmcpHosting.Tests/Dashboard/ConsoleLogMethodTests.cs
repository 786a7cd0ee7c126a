using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ConsoleLogMethodTests : IAsyncLifetime
{
    private readonly ExecutableResource _bridge = ResourceServiceFixture.Executable("bridge");
    private ResourceServiceFixture _service = null!;

    public async Task InitializeAsync() => _service = await ResourceServiceFixture.StartAsync(_bridge);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task The_lines_kept_come_first_with_time_number_and_stream()
    {
        Write("one");
        Write("two", isError: true);

        using var call = await WatchAsync("bridge-abcdwxyz");
        var lines = (await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser))!.LogLines;

        Assert.Equal([1, 2], lines.Select(line => line.LineNumber));
        Assert.Equal([false, true], lines.Select(line => line.IsStdErr));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z one$", lines[0].Text);
    }

    [Fact]
    public async Task The_stream_goes_on_across_a_restart()
    {
        Write("first life");
        using var call = await WatchAsync("bridge-abcdwxyz");
        await ReadUntilAsync(call, "first life");

        await _service.Notifications.PublishUpdateAsync(_bridge, snapshot => snapshot with { State = KnownResourceStates.Finished, ExitCode = 1 });
        await _service.Notifications.PublishUpdateAsync(_bridge, snapshot => snapshot with { State = KnownResourceStates.Running });
        Write("second life");

        Assert.Equal(2, (await ReadUntilAsync(call, "second life")).LineNumber);
    }

    [Fact]
    public async Task Without_following_the_stream_ends_after_what_is_there()
    {
        Write("only");

        using var call = await WatchAsync("bridge-abcdwxyz", suppressFollow: true);

        Assert.EndsWith(" only", Assert.Single((await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser))!.LogLines).Text, StringComparison.Ordinal);
        Assert.Null(await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser));
        Assert.Equal(GrpcStatus.Ok, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task A_resource_that_does_not_exist_has_no_lines()
    {
        using var call = await WatchAsync("nobody", suppressFollow: true);

        Assert.Null(await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser));
        Assert.Equal(GrpcStatus.Ok, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task A_request_without_a_name_is_refused()
    {
        using var call = await WatchAsync("");

        Assert.Equal(GrpcStatus.InvalidArgument, (await call.StatusAsync()).Status);
    }

    [Fact]
    public async Task Long_lines_are_cut_and_no_message_grows_beyond_what_a_client_takes()
    {
        for (var i = 0; i < 6; i++)
            Write(new string('x', 3_000_000));
        using var call = await WatchAsync("bridge-abcdwxyz", suppressFollow: true);

        var lines = 0;
        while (await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser) is { } update)
        {
            Assert.InRange(update.CalculateSize(), 1, 4 * 1024 * 1024);
            lines += update.LogLines.Count;
            Assert.All(update.LogLines, line => Assert.EndsWith("more characters)", line.Text, StringComparison.Ordinal));
        }

        Assert.Equal(6, lines);
    }

    [Fact]
    public async Task A_reader_that_is_late_loses_the_oldest_lines_and_finds_the_newest()
    {
        using var call = await WatchAsync("bridge-abcdwxyz");
        var ballast = new string('x', 2000);

        // 100 MB in 50,000 lines: the connection holds a few, the waiting room 10,000.
        for (var i = 0; i < 50_000; i++)
            Write($"{i} {ballast}");
        Write("the end");

        var numbers = new List<int>();
        while (numbers.Count == 0 || numbers[^1] < 50_001)
            numbers.AddRange((await call.ReadAsync(WatchResourceConsoleLogsUpdate.Parser))!.LogLines.Select(line => line.LineNumber));

        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(Enumerable.Range(50_001 - 9_000, 9_001), numbers[^9_001..]);
    }

    private void Write(string text, bool isError = false) => _service.Loggers.AppendLine(_bridge, "bridge-abcdwxyz", text, isError);

    private async Task<GrpcTestCall> WatchAsync(string name, bool suppressFollow = false)
    {
        var call = await _service.Client.OpenAsync("WatchResourceConsoleLogs");
        await call.WriteAsync(new WatchResourceConsoleLogsRequest { ResourceName = name, SuppressFollow = suppressFollow });
        call.CompleteRequest();
        return call;
    }

    private static async Task<ConsoleLogLine> ReadUntilAsync(GrpcTestCall call, string ending) =>
        (await call.ReadUntilAsync(WatchResourceConsoleLogsUpdate.Parser, update => update.LogLines[^1].Text.EndsWith(ending, StringComparison.Ordinal))).LogLines[^1];
}
