using TmcpEmulators.Redis.Data;

namespace TmcpEmulators.Redis.Server;

/// <summary>Who listens to which channel.</summary>
internal sealed class PubSubHub
{
    public Dictionary<byte[], HashSet<Client>> Channels { get; } = new(ByteStringComparer.Instance);

    public Dictionary<byte[], HashSet<Client>> Patterns { get; } = new(ByteStringComparer.Instance);

    public void Subscribe(Client client, byte[] name, bool pattern)
    {
        if (!(pattern ? client.Patterns : client.Channels).Add(name))
            return;
        var map = pattern ? Patterns : Channels;
        if (!map.TryGetValue(name, out var clients))
            map[name] = clients = [];
        clients.Add(client);
    }

    public void Unsubscribe(Client client, byte[] name, bool pattern)
    {
        if (!(pattern ? client.Patterns : client.Channels).Remove(name))
            return;
        var map = pattern ? Patterns : Channels;
        map[name].Remove(client);
        if (map[name].Count == 0)
            map.Remove(name);
    }

    public void UnsubscribeAll(Client client)
    {
        foreach (var channel in client.Channels.ToList())
            Unsubscribe(client, channel, pattern: false);
        foreach (var pattern in client.Patterns.ToList())
            Unsubscribe(client, pattern, pattern: true);
    }

    /// <summary>Hands the message to every listener and returns how many there were.</summary>
    public int Publish(byte[] channel, byte[] message)
    {
        var count = 0;
        if (Channels.TryGetValue(channel, out var listeners))
        {
            foreach (var client in listeners)
                Send(client, "message"u8.ToArray(), channel, message);
            count += listeners.Count;
        }

        foreach (var (pattern, clients) in Patterns)
        {
            if (!Glob.Matches(pattern, channel))
                continue;
            foreach (var client in clients)
                Send(client, "pmessage"u8.ToArray(), pattern, channel, message);
            count += clients.Count;
        }

        return count;
    }

    private static void Send(Client client, params byte[][] parts)
    {
        client.Output.Bulks(parts);
        client.RequestFlush();
    }
}
