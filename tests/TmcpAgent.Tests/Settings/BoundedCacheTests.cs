using Tmcp.Agent.Caching;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Settings;

public sealed class BoundedCacheTests
{
    [Fact]
    public void Whatever_happens_it_holds_no_more_than_allowed_and_nothing_expired()
    {
        var clock = new ManualClock();
        var cache = new BoundedCache<int, string>(8, clock);
        var expiries = new Dictionary<int, DateTimeOffset>();
        var random = new Random(11);
        for (var i = 0; i < 5000; i++)
        {
            var key = random.Next(20);
            switch (random.Next(4))
            {
                case 0:
                    cache.Set(key, $"{key}", expiries[key] = clock.GetUtcNow() + TimeSpan.FromSeconds(random.Next(1, 30)));
                    break;
                case 1:
                    cache.GetOrAdd(key, () => $"{key}", expiries[key] = clock.GetUtcNow() + TimeSpan.FromSeconds(random.Next(1, 30)));
                    break;
                case 2:
                    cache.Remove(key);
                    expiries.Remove(key);
                    break;
                default:
                    clock.Advance(TimeSpan.FromSeconds(1));
                    break;
            }

            Assert.InRange(cache.Count, 0, 8);
            var probe = random.Next(20);
            if (cache.Find(probe) is { } found)
            {
                Assert.Equal($"{probe}", found);
                Assert.True(expiries[probe] > clock.GetUtcNow());
            }
        }
    }

    [Fact]
    public void The_entry_unused_for_longest_goes_first()
    {
        var cache = new BoundedCache<string, string>(2, TimeProvider.System);
        cache.Set("a", "A", DateTimeOffset.MaxValue);
        cache.Set("b", "B", DateTimeOffset.MaxValue);
        cache.Find("a");
        cache.Set("c", "C", DateTimeOffset.MaxValue);

        Assert.Equal(["A", null, "C"], new[] { "a", "b", "c" }.Select(cache.Find));
    }
}
