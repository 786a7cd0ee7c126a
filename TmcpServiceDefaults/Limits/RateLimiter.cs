using System.Diagnostics.Metrics;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.ServiceDefaults.Limits;

/// <summary>
/// Counts what each user does in each minute of the clock. The counters are Redis's, so that they hold for all replicas and over a restart;
/// without Redis each process counts for itself. Thread-safe.
/// </summary>
public sealed class RateLimiter
{
    /// <summary>Length of the window in which calls are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly RedisConnection _redis;
    private readonly RedisKeys _keys;
    private readonly TimeProvider _clock;
    private readonly LocalCounters _local = new();
    private readonly Counter<long> _refused;

    /// <summary>Takes what it counts with.</summary>
    /// <param name="redis">Where the counters are.</param>
    /// <param name="keys">Names them.</param>
    /// <param name="clock">Says which minute it is.</param>
    /// <param name="meters">For the number of refusals, <c>tmcp.limits.refused</c>.</param>
    public RateLimiter(RedisConnection redis, RedisKeys keys, TimeProvider clock, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_redis, _keys, _clock) = (redis, keys, clock);
        _refused = meters.Create("Tmcp.Limits").CreateCounter<long>("tmcp.limits.refused", "{call}", "Calls refused because a user made too many, by kind.");
    }

    /// <summary>Counts one call, also one that is refused.</summary>
    /// <param name="kind">What is called, from a fixed set, for example <c>chat</c>: each kind has a counter of its own.</param>
    /// <param name="user">Id of the account.</param>
    /// <param name="perMinute">Calls allowed in a window; 0 or less for no limit.</param>
    /// <returns>Null when the call may go on, else the time until the next window.</returns>
    public async ValueTask<TimeSpan?> TakeAsync(string kind, string user, int perMinute)
    {
        if (perMinute <= 0)
            return null;

        var now = _clock.GetUtcNow().UtcTicks;
        var window = now / Window.Ticks;
        var key = _keys.OfDeployment("limits", kind, user, $"{window}");
        var counted = await _redis.TryAsync("limit", database => CountAsync(database, key));
        var count = counted.Answered ? counted.Value : _local.Add(window, key);
        if (count <= perMinute)
            return null;

        _refused.Add(1, new KeyValuePair<string, object?>("kind", kind));
        return TimeSpan.FromTicks(((window + 1) * Window.Ticks) - now);
    }

    /// <summary>The whole seconds to write into <c>Retry-After</c>: 1 at least.</summary>
    /// <param name="wait">What <see cref="TakeAsync"/> returned.</param>
    public static int ToSeconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private static async Task<long> CountAsync(IDatabase database, string key)
    {
        // Together, or a process that ends in between would leave a counter for ever. Two windows: replicas' clocks differ.
        var transaction = database.CreateTransaction();
        var count = transaction.StringIncrementAsync(key);
        _ = transaction.KeyExpireAsync(key, Window * 2);
        await transaction.ExecuteAsync();
        return await count;
    }
}
