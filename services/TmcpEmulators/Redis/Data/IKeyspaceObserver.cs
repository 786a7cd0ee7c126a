namespace TmcpEmulators.Redis.Data;

/// <summary>Hears of changes in a database.</summary>
internal interface IKeyspaceObserver
{
    /// <summary>Unix milliseconds.</summary>
    long Now { get; }

    /// <summary>False while the append-only file is replayed: it says itself when a key went.</summary>
    bool ExpiresKeys { get; }

    void Changed(Database database, byte[] key);

    void Expired(Database database, byte[] key);
}
