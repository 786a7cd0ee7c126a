using Microsoft.Extensions.Options;
using Tmcp.Agent.Caching;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Agent.Tools;

/// <summary>
/// Remembers what the search engine said, for whoever asks the same: in Redis, or in memory without it. Everybody gets the same answers from
/// the engine, so nothing of one user's is shown to another.
/// </summary>
internal sealed class SearchMemory(RedisConnection redis, RedisKeys keys, IOptions<SearchOptions> options, TimeProvider clock)
{
    // About 2.5 MB of results.
    private const int Capacity = 500;

    private readonly BoundedCache<string, string> _local = new(Capacity, clock);

    public async Task<string?> FindAsync(string query)
    {
        if (options.Value.CacheLifetime <= TimeSpan.Zero)
            return null;

        var key = KeyOf(query);
        var found = await redis.TryAsync("search read", database => database.StringGetAsync(key));
        return found.Answered ? found.Value : _local.Find(key);
    }

    public async Task KeepAsync(string query, string results)
    {
        var lifetime = options.Value.CacheLifetime;
        if (lifetime <= TimeSpan.Zero)
            return;

        var key = KeyOf(query);
        var kept = await redis.TryAsync("search write", database => database.StringSetAsync(key, results, lifetime));
        if (!kept.Answered)
            _local.Set(key, results, clock.GetUtcNow() + lifetime);
    }

    private string KeyOf(string query) => keys.OfTenant("search", RedisKeys.Hash($"{options.Value.Endpoint} {options.Value.Results} {query}"));
}
