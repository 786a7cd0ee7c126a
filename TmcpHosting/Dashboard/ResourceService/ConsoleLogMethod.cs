using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>The console lines of one resource: those kept, then new ones as they come, across restarts.</summary>
internal sealed class ConsoleLogMethod(ResourceLoggerService loggers)
{
    /// <summary>Lines that wait for a reader that is late; then the oldest go. As many as a page of the dashboard holds.</summary>
    private const int MaxWaitingLines = 10_000;

    /// <summary>Characters of one message. 1 M: at most 4 MB of UTF-8, which every dashboard takes; a longer line is cut.</summary>
    private const int MaxCharacters = 1_000_000;

    public async Task InvokeAsync(GrpcCall call)
    {
        var request = await call.ReadSingleAsync(WatchResourceConsoleLogsRequest.Parser);
        if (request.ResourceName.Length == 0)
            throw new GrpcException(GrpcStatus.InvalidArgument, "The name of the resource is missing.");

        if (request.SuppressFollow)
        {
            await foreach (var lines in loggers.GetAllAsync(request.ResourceName).WithCancellation(call.CancellationToken))
                await WriteAsync(call, lines);
            return;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        var waiting = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(MaxWaitingLines) { FullMode = BoundedChannelFullMode.DropOldest });
        var following = FollowAsync(request.ResourceName, waiting.Writer, leaving.Token);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(call.CancellationToken))
            {
                var lines = new List<LogLine>();
                while (waiting.Reader.TryRead(out var line))
                    lines.Add(line);
                await WriteAsync(call, lines);
            }
        }
        finally
        {
            await leaving.CancelAsync();
            await following;
        }
    }

    // Takes lines as fast as they come, whatever the reader does, so that nothing piles up where they come from.
    private async Task FollowAsync(string resource, ChannelWriter<LogLine> waiting, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (var lines in loggers.WatchAsync(resource).WithCancellation(cancellationToken))
            {
                foreach (var line in lines)
                    waiting.TryWrite(line);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reader has left.
        }
        catch (Exception exception)
        {
            // Thrown again at the reading end, which is the call.
            failure = exception;
        }

        waiting.TryComplete(failure);
    }

    private static async Task WriteAsync(GrpcCall call, IReadOnlyList<LogLine> lines)
    {
        var update = new WatchResourceConsoleLogsUpdate();
        var characters = 0;
        foreach (var line in lines)
        {
            var text = Cut(line.Content);
            if (characters + text.Length > MaxCharacters && update.LogLines.Count > 0)
            {
                await call.WriteAsync(update);
                update = new WatchResourceConsoleLogsUpdate();
                characters = 0;
            }

            characters += text.Length;
            update.LogLines.Add(new ConsoleLogLine { Text = text, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber });
        }

        if (update.LogLines.Count > 0)
            await call.WriteAsync(update);
    }

    private static string Cut(string text) =>
        text.Length <= MaxCharacters ? text : $"{text.AsSpan(0, MaxCharacters)} … ({text.Length - MaxCharacters} more characters)";
}
