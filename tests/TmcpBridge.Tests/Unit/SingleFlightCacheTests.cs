using Tmcp.Bridge.Caching;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class SingleFlightCacheTests
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private int _loads;

    [Fact]
    public async Task Value_is_loaded_once_until_it_is_old()
    {
        var cache = new SingleFlightCache<string, int>(4, _clock);

        Assert.Equal(1, await cache.GetAsync("a", Age, LoadAsync, default));
        _clock.Advance(Age - TimeSpan.FromTicks(1));
        Assert.Equal(1, await cache.GetAsync("a", Age, LoadAsync, default));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, await cache.GetAsync("a", Age, LoadAsync, default));
    }

    [Fact]
    public async Task Those_who_ask_during_a_load_share_it()
    {
        var cache = new SingleFlightCache<string, int>(4, _clock);
        var release = new TaskCompletionSource<int>();

        var waiting = Enumerable.Range(0, 10).Select(_ => cache.GetAsync("a", TimeSpan.Zero, _ => Count(release.Task), default)).ToList();
        release.SetResult(7);

        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal(7, value));
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Caller_that_leaves_does_not_end_the_load_of_the_others()
    {
        var cache = new SingleFlightCache<string, int>(4, _clock);
        var release = new TaskCompletionSource<int>();
        using var leaving = new CancellationTokenSource();

        var left = cache.GetAsync("a", Age, _ => release.Task, leaving.Token);
        var stayed = cache.GetAsync("a", Age, _ => release.Task, default);
        await leaving.CancelAsync();
        release.SetResult(7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(7, await stayed);
    }

    [Fact]
    public async Task Failure_is_told_to_all_and_not_kept()
    {
        var cache = new SingleFlightCache<string, int>(4, _clock);

        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync("a", Age, _ => Task.FromException<int>(new IOException()), default));

        Assert.Equal(0, cache.Count);
        Assert.Equal(1, await cache.GetAsync("a", Age, LoadAsync, default));
    }

    [Fact]
    public async Task Full_cache_forgets_what_was_used_longest_ago()
    {
        var cache = new SingleFlightCache<string, int>(2, _clock);
        await cache.GetAsync("a", Age, LoadAsync, default);
        await cache.GetAsync("b", Age, LoadAsync, default);
        await cache.GetAsync("a", Age, LoadAsync, default);

        await cache.GetAsync("c", Age, LoadAsync, default);

        Assert.Equal(2, cache.Count);
        Assert.Equal(1, await cache.GetAsync("a", Age, LoadAsync, default));
        Assert.Equal(4, await cache.GetAsync("b", Age, LoadAsync, default));
    }

    [Fact]
    public async Task Many_threads_and_few_places_leave_it_whole()
    {
        var cache = new SingleFlightCache<int, int>(8, _clock);

        await Parallel.ForEachAsync(Enumerable.Range(0, 20_000), async (number, cancellationToken) =>
        {
            var key = number % 32;
            Assert.Equal(key, await cache.GetAsync(key, Age, Task.FromResult, cancellationToken));
            if (number % 7 == 0)
                cache.Remove(key);
        });

        Assert.InRange(cache.Count, 0, 8);
    }

    private Task<int> LoadAsync(string key) => Task.FromResult(++_loads);

    private Task<int> Count(Task<int> load)
    {
        Interlocked.Increment(ref _loads);
        return load;
    }
}
