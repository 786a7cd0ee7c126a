using Microsoft.Extensions.Logging.Abstractions;
using Tmcp.AppHost.Logs;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests.Logs;

public sealed class ShipperQueueTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _end = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task Batch_that_is_refused_is_sent_again_in_its_order_until_it_is_taken()
    {
        var attempts = 0;
        var taken = new List<int>();
        var isTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = Queue((batch, _) =>
        {
            if (++attempts < 4)
                throw new HttpRequestException("away");
            taken.AddRange(batch);
            isTaken.TrySetResult();
            return Task.CompletedTask;
        });
        foreach (var item in Enumerable.Range(0, 10))
            await queue.AddAsync(item, default);

        var run = queue.RunAsync(_end.Token);
        while (!isTaken.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(Enumerable.Range(0, 10), taken);
        await EndAsync(run);
    }

    [Fact]
    public async Task Batches_are_bounded_in_number_and_in_bytes()
    {
        var sizes = new List<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = Queue(
            (batch, _) =>
            {
                sizes.Add(batch.Count);
                if (sizes.Sum() == 1200)
                    all.TrySetResult();
                return Task.CompletedTask;
            },
            item => item < 1000 ? 1 : 100_000);
        foreach (var item in Enumerable.Range(0, 1200))
            await queue.AddAsync(item, default);

        var run = queue.RunAsync(_end.Token);
        await all.Task.WaitAsync(Limit);

        Assert.Equal(500, sizes[0]);
        Assert.All(sizes.Skip(2), size => Assert.InRange(size, 1, 11));
        await EndAsync(run);
    }

    [Fact]
    public async Task Full_queue_makes_its_writer_wait()
    {
        var queue = Queue((_, _) => Task.CompletedTask);
        foreach (var item in Enumerable.Range(0, 10_000))
            await queue.AddAsync(item, default);

        var next = queue.AddAsync(1, default).AsTask();
        Assert.False(next.IsCompleted);

        var run = queue.RunAsync(_end.Token);
        await next.WaitAsync(Limit);
        await EndAsync(run);
    }

    private ShipperQueue<int> Queue(Func<IReadOnlyList<int>, CancellationToken, Task> send, Func<int, int>? sizeOf = null) =>
        new(send, sizeOf ?? (_ => 1), _clock, NullLogger.Instance);

    private async Task EndAsync(Task run)
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
