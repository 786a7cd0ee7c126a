using System.Text.Json;

namespace TmcpEmulators.Discord.Inbox;

/// <summary>The inbox on the disk: a line of JSON for each change, rewritten when there are many more lines than messages.</summary>
internal sealed class MessageFile : IDisposable
{
    private readonly string _path;
    private FileStream? _stream;
    private int _lines;

    public MessageFile(string folder)
    {
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, "inbox.jsonl");
    }

    /// <summary>All changes; a last line that a crash cut short is left out.</summary>
    public IReadOnlyList<InboxEvent> Read()
    {
        var changes = new List<InboxEvent>();
        foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize(line, DiscordJson.Wire.InboxEvent) is { } change)
                    changes.Add(change);
            }
            catch (JsonException)
            {
                break; // Nothing is written behind a broken line: it was the last one.
            }
        }

        return changes;
    }

    /// <summary>Writes a change and returns how many lines the file has.</summary>
    public int Append(InboxEvent change)
    {
        _stream ??= new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(change, DiscordJson.Wire.InboxEvent), (byte)'\n']);
        return ++_lines;
    }

    public void Rewrite(IReadOnlyCollection<Message> messages)
    {
        _stream?.Dispose();
        _stream = null;
        using (var replacement = new FileStream(_path + ".tmp", FileMode.Create, FileAccess.Write))
        {
            foreach (var message in messages)
                replacement.Write([.. JsonSerializer.SerializeToUtf8Bytes(new InboxEvent("created", message.Id, message), DiscordJson.Wire.InboxEvent), (byte)'\n']);
        }

        File.Move(_path + ".tmp", _path, overwrite: true);
        _lines = messages.Count;
    }

    public void Dispose() => _stream?.Dispose();
}
