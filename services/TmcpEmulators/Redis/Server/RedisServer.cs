using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Persistence;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>
/// The data and everybody connected to it. As in Redis one command runs at a time: whoever touches anything here holds
/// <see cref="Gate"/>, for one batch of commands at most.
/// </summary>
internal sealed class RedisServer : IKeyspaceObserver
{
    private readonly Dictionary<(int Database, byte[] Key), List<Client>> _watchers = new(new WatchedKeyComparer());
    private long _lastClientId;

    public RedisServer(RedisSettings settings, TimeProvider clock)
    {
        Settings = settings;
        Clock = clock;
        StartedAt = Now;
        Memory = new MemoryMeter();
        Databases = [.. Enumerable.Range(0, RedisSettings.Databases).Select(number => new Database(number, Memory, this))];
        Waiters = new Waiters(this);
        Dispatcher = new Dispatcher(this, CommandTable.Create());
        MaxMemory = settings.MaxMemory;
    }

    public Lock Gate { get; } = new();

    public RedisSettings Settings { get; }

    public TimeProvider Clock { get; }

    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public long StartedAt { get; }

    /// <summary>The port that was bound.</summary>
    public int Port { get; set; }

    public string RunId { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));

    public MemoryMeter Memory { get; }

    /// <summary>Bytes; CONFIG SET changes it.</summary>
    public long MaxMemory { get; set; }

    public IReadOnlyList<Database> Databases { get; }

    public Dictionary<long, Client> Clients { get; } = [];

    public Waiters Waiters { get; }

    public PubSubHub PubSub { get; } = new();

    public Dispatcher Dispatcher { get; }

    public Statistics Statistics { get; } = new();

    /// <summary>Null: nothing is kept over a restart.</summary>
    public AppendLog? Log { get; set; }

    public bool IsLoading { get; set; }

    /// <summary>Changes so far.</summary>
    public long Changes { get; private set; }

    /// <summary>Asks the host to stop; SHUTDOWN calls it.</summary>
    public Action Stop { get; set; } = () => { };

    bool IKeyspaceObserver.ExpiresKeys => !IsLoading;

    public Client Connect(string address, string localAddress, IClientLink link)
    {
        var client = new Client(++_lastClientId, address, localAddress, Now, link) { IsTrusted = Settings.Password is null };
        Clients.Add(client.Id, client);
        Statistics.Connections++;
        return client;
    }

    public void Disconnect(Client client)
    {
        Waiters.Release(client);
        Unwatch(client);
        PubSub.UnsubscribeAll(client);
        Clients.Remove(client.Id);
        client.IsClosing = true;
    }

    public void Watch(Client client, byte[] key)
    {
        var watched = (client.Database, key);
        if (!_watchers.TryGetValue(watched, out var watchers))
            _watchers[watched] = watchers = [];
        if (watchers.Contains(client))
            return;
        watchers.Add(client);
        client.Watched.Add(watched);
    }

    public void Unwatch(Client client)
    {
        foreach (var watched in client.Watched)
        {
            if (_watchers.TryGetValue(watched, out var watchers) && watchers.Remove(client) && watchers.Count == 0)
                _watchers.Remove(watched);
        }

        client.Watched.Clear();
        client.IsWatchBroken = false;
    }

    public void Changed(Database database, byte[] key)
    {
        Changes++;
        Waiters.MarkReady(database.Number, key);
        if (_watchers.Count > 0 && _watchers.TryGetValue((database.Number, key), out var watchers))
            watchers.ForEach(client => client.IsWatchBroken = true);
    }

    public void Expired(Database database, byte[] key)
    {
        Statistics.Expired++;
        if (_watchers.Count > 0 && _watchers.TryGetValue((database.Number, key), out var watchers))
            watchers.ForEach(client => client.IsWatchBroken = true);
        Waiters.MarkReady(database.Number, key);
        Log?.Append(database.Number, [["DEL"u8.ToArray(), key]]);
    }

    private sealed class WatchedKeyComparer : IEqualityComparer<(int Database, byte[] Key)>
    {
        public bool Equals((int Database, byte[] Key) x, (int Database, byte[] Key) y) =>
            x.Database == y.Database && ByteStringComparer.Instance.Equals(x.Key, y.Key);

        public int GetHashCode((int Database, byte[] Key) obj) => ByteStringComparer.Instance.GetHashCode(obj.Key) ^ obj.Database;
    }
}
