using Microsoft.Extensions.Options;
using Tmcp.AiOps.Queue;
using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Incidents;

/// <summary>One worker at a time for an incident, over all replicas. A restarted process keeps the leases of its life before.</summary>
internal sealed class Leases(RedisStore store, IOptions<IncidentOptions> incidents, IOptions<QueueOptions> queue, TimeProvider clock)
{
    private string Holder => queue.Value.Consumer;

    /// <summary>The lease, renewed until disposed; null when another replica has it.</summary>
    public async Task<IAsyncDisposable?> TryTakeAsync(string incident)
    {
        var key = store.Keys.Lease(incident);
        var life = (long)incidents.Value.Lease.TotalMilliseconds;
        var taken = await store.ExecuteAsync("SET", key, Holder, "PX", life, "NX");
        if (taken.IsNull && (string?)await store.ExecuteAsync("GET", key) != Holder)
            return null;
        return new Lease(store, key, life, clock);
    }

    private sealed class Lease : IAsyncDisposable
    {
        private readonly RedisStore _store;
        private readonly string _key;
        private readonly ITimer _renewal;

        public Lease(RedisStore store, string key, long life, TimeProvider clock)
        {
            (_store, _key) = (store, key);
            var third = TimeSpan.FromMilliseconds(life / 3.0);
            _renewal = clock.CreateTimer(_ => _ = RenewAsync(life), null, third, third);
        }

        public async ValueTask DisposeAsync()
        {
            await _renewal.DisposeAsync();
            try
            {
                await _store.ExecuteAsync("DEL", _key);
            }
            catch (StoreException)
            {
                // It ends by itself.
            }
        }

        private async Task RenewAsync(long life)
        {
            try
            {
                await _store.ExecuteAsync("PEXPIRE", _key, life);
            }
            catch (StoreException)
            {
                // The work itself meets the same failure and reports it.
            }
        }
    }
}
