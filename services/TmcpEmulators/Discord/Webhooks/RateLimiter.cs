namespace TmcpEmulators.Discord.Webhooks;

/// <summary>One bucket for each webhook: so many requests in a window that begins with the first of them.</summary>
internal sealed class RateLimiter(DiscordSettings settings, TimeProvider clock)
{
    // Ids that strangers make up must not fill the memory.
    private const int MaxBuckets = 10_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Used, DateTimeOffset Ends)> _buckets = new(StringComparer.Ordinal);

    public RateState Take(string webhook)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_buckets.Count >= MaxBuckets)
                Forget(now);
            if (!_buckets.TryGetValue(webhook, out var bucket) || bucket.Ends <= now)
                bucket = (0, now + settings.RateWindow);
            var allowed = bucket.Used < settings.RateLimit;
            bucket.Used += allowed ? 1 : 0;
            _buckets[webhook] = bucket;
            return new RateState(allowed, settings.RateLimit, settings.RateLimit - bucket.Used, bucket.Ends, bucket.Ends - now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var webhook in _buckets.Where(bucket => bucket.Value.Ends <= now).Select(bucket => bucket.Key).ToList())
            _buckets.Remove(webhook);
        if (_buckets.Count >= MaxBuckets)
            _buckets.Clear();
    }
}

/// <summary>What the <c>X-RateLimit</c> headers tell.</summary>
internal sealed record RateState(bool IsAllowed, int Limit, int Remaining, DateTimeOffset Resets, TimeSpan ResetsAfter);
