using System.Threading.Channels;

namespace TmcpEmulators.Discord.Inbox;

/// <summary>The newest messages, in the order of their arrival. Thread-safe.</summary>
internal sealed class MessageStore(DiscordSettings settings, TimeProvider clock, MessageFile? file = null)
{
    // A page that does not read is left behind rather than waited for; it loads again when it comes back.
    private const int EventsPerListener = 256;
    private static readonly DateTimeOffset DiscordEpoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly LinkedList<Message> _messages = [];
    private readonly Dictionary<string, LinkedListNode<Message>> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<Channel<InboxEvent>> _listeners = [];
    private long _lastId;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Message> All
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>Brings back what an earlier run kept.</summary>
    public void Load()
    {
        if (file is null)
            return;
        lock (_gate)
        {
            foreach (var change in file.Read())
                Apply(change);
            file.Rewrite(_messages);
        }
    }

    /// <summary>Makes a message with an id of its own and keeps it.</summary>
    public Message Add(Func<string, DateTimeOffset, Message> create)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            // A snowflake: milliseconds since 2015, then a counter, so that ids grow.
            _lastId = Math.Max(_lastId + 1, (long)(now - DiscordEpoch).TotalMilliseconds << 22);
            var message = create($"{_lastId}", now);
            Publish(new InboxEvent("created", message.Id, message));
            return message;
        }
    }

    public Message? Find(string id)
    {
        lock (_gate)
            return _byId.TryGetValue(id, out var node) ? node.Value : null;
    }

    public Message? Edit(string id, Func<Message, DateTimeOffset, Message> edit)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var node))
                return null;
            var message = edit(node.Value, clock.GetUtcNow());
            Publish(new InboxEvent("edited", id, message));
            return message;
        }
    }

    public bool Delete(string id)
    {
        lock (_gate)
        {
            var found = _byId.ContainsKey(id);
            if (found)
                Publish(new InboxEvent("deleted", id));
            return found;
        }
    }

    public void Clear()
    {
        lock (_gate)
            Publish(new InboxEvent("cleared"));
    }

    /// <summary>Hears of everything from now on. Dispose to stop.</summary>
    public IDisposable Listen(out ChannelReader<InboxEvent> events)
    {
        var channel = Channel.CreateBounded<InboxEvent>(new BoundedChannelOptions(EventsPerListener) { FullMode = BoundedChannelFullMode.DropOldest });
        events = channel.Reader;
        lock (_gate)
            _listeners.Add(channel);
        return new Listener(this, channel);
    }

    private void Publish(InboxEvent change)
    {
        Apply(change);
        if (file?.Append(change) > 4 * settings.MaxMessages)
            file.Rewrite(_messages);
        foreach (var listener in _listeners)
            listener.Writer.TryWrite(change);
    }

    private void Apply(InboxEvent change)
    {
        switch (change.Kind)
        {
            case "created":
                Remove(change.Id!);
                _byId[change.Id!] = _messages.AddLast(change.Message!);
                _lastId = Math.Max(_lastId, long.TryParse(change.Id, out var id) ? id : 0);
                if (_messages.Count > settings.MaxMessages)
                    Remove(_messages.First!.Value.Id);
                break;
            case "edited" when _byId.TryGetValue(change.Id!, out var node):
                node.Value = change.Message!;
                break;
            case "deleted":
                Remove(change.Id!);
                break;
            case "cleared":
                _messages.Clear();
                _byId.Clear();
                break;
        }
    }

    private void Remove(string id)
    {
        if (_byId.Remove(id, out var node))
            _messages.Remove(node);
    }

    private sealed class Listener(MessageStore store, Channel<InboxEvent> channel) : IDisposable
    {
        public void Dispose()
        {
            lock (store._gate)
                store._listeners.Remove(channel);
        }
    }
}
