using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Server;

/// <summary>What the server knows of a connection. Everything here is used under the server's gate.</summary>
internal sealed class Client(long id, string address, string localAddress, long connectedAt, IClientLink link)
{
    public long Id { get; } = id;

    public string Address { get; } = address;

    public string LocalAddress { get; } = localAddress;

    public long ConnectedAt { get; } = connectedAt;

    public string Name { get; set; } = "";

    public string Library { get; set; } = "";

    public string LibraryVersion { get; set; } = "";

    public int Database { get; set; }

    public bool IsTrusted { get; set; }

    public long LastCommandAt { get; set; } = connectedAt;

    public string LastCommand { get; set; } = "NULL";

    /// <summary>Replies that were not sent yet.</summary>
    public ReplyBuffer Output { get; set; } = new();

    /// <summary>The connection ends once its output is sent.</summary>
    public bool IsClosing { get; set; }

    /// <summary>CLIENT REPLY OFF or SKIP.</summary>
    public ReplyMode ReplyMode { get; set; }

    public Transaction? Transaction { get; set; }

    /// <summary>The transaction's commands are being run.</summary>
    public bool InExec { get; set; }

    public List<(int Database, byte[] Key)> Watched { get; } = [];

    /// <summary>A watched key changed.</summary>
    public bool IsWatchBroken { get; set; }

    public Waiter? Waiting { get; set; }

    public HashSet<byte[]> Channels { get; } = new(ByteStringComparer.Instance);

    public HashSet<byte[]> Patterns { get; } = new(ByteStringComparer.Instance);

    public int Subscriptions => Channels.Count + Patterns.Count;

    /// <summary>Position in the append-only file that must be written before replies may leave.</summary>
    public long SafeAfter { get; set; }

    public void RequestFlush() => link.RequestFlush();

    /// <summary>Cuts the connection off, with whatever was not sent.</summary>
    public void Abort()
    {
        IsClosing = true;
        link.Abort();
    }
}
