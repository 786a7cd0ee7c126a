using TmcpEmulators.Redis.Data;

namespace TmcpEmulators.Redis.Server;

/// <summary>Blocked commands by the keys they wait for, the longest waiting first. Used under the server's gate.</summary>
internal sealed class Waiters(RedisServer server)
{
    private readonly Dictionary<int, Dictionary<byte[], List<Waiter>>> _byKey = [];
    private readonly Queue<(int Database, byte[] Key)> _ready = new();

    public int Count { get; private set; }

    public void Add(Waiter waiter, TimeSpan? timeout)
    {
        foreach (var key in waiter.Keys.Distinct(ByteStringComparer.Instance))
            QueueOf(waiter.Database, key).Add(waiter);
        Count++;
        waiter.Client.Waiting = waiter;
        if (timeout is { } after)
            waiter.Timer = server.Clock.CreateTimer(_ => TimeOut(waiter), null, after, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something happened to a key; its waiters are looked after when the running command is done.</summary>
    public void MarkReady(int database, byte[] key)
    {
        if (Count > 0 && _byKey.TryGetValue(database, out var keys) && keys.ContainsKey(key))
            _ready.Enqueue((database, key));
    }

    /// <summary>Runs the commands again that wait for the keys that were marked, until nothing changes any more.</summary>
    public void ServeReady()
    {
        while (_ready.TryDequeue(out var ready))
        {
            if (!_byKey.TryGetValue(ready.Database, out var keys) || !keys.TryGetValue(ready.Key, out var queue))
                continue;
            foreach (var waiter in queue.ToList())
            {
                if (waiter.Client.Waiting == waiter && server.Dispatcher.Retry(waiter))
                    End(waiter);
            }
        }
    }

    /// <summary>Ends the wait of a client that left, or of one that CLIENT UNBLOCK names.</summary>
    public void Release(Client client, string? error = null)
    {
        if (client.Waiting is not { } waiter)
            return;
        if (error is null)
            client.Output.NullArray();
        else
            client.Output.Error(error);
        End(waiter);
    }

    private void TimeOut(Waiter waiter)
    {
        lock (server.Gate)
        {
            if (waiter.Client.Waiting == waiter)
                Release(waiter.Client);
        }
    }

    private void End(Waiter waiter)
    {
        foreach (var key in waiter.Keys.Distinct(ByteStringComparer.Instance))
        {
            var queue = QueueOf(waiter.Database, key);
            queue.Remove(waiter);
            if (queue.Count == 0)
                _byKey[waiter.Database].Remove(key);
        }

        Count--;
        waiter.Client.Waiting = null;
        waiter.Timer?.Dispose();
        waiter.Client.RequestFlush();
        waiter.Done.TrySetResult();
    }

    private List<Waiter> QueueOf(int database, byte[] key)
    {
        if (!_byKey.TryGetValue(database, out var keys))
            _byKey[database] = keys = new(ByteStringComparer.Instance);
        if (!keys.TryGetValue(key, out var queue))
            keys[key] = queue = [];
        return queue;
    }
}
