using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>A stream with its groups as commands.</summary>
internal static class StreamSnapshot
{
    public static IEnumerable<byte[][]> Commands(byte[] key, StreamValue stream)
    {
        foreach (var entry in stream.Entries)
            yield return ["XADD"u8.ToArray(), key, entry.Id.Bytes(), .. entry.Fields];

        // A stream may be empty; it still knows its last id.
        if (stream.Count == 0)
            yield return ["XADD"u8.ToArray(), key, "MAXLEN"u8.ToArray(), "0"u8.ToArray(), Placeholder(stream).Bytes(), "x"u8.ToArray(), "y"u8.ToArray()];
        yield return
        [
            "XSETID"u8.ToArray(), key, stream.LastId.Bytes(), "ENTRIESADDED"u8.ToArray(), Numbers.Format(stream.EntriesAdded),
            "MAXDELETEDID"u8.ToArray(), stream.MaxDeletedId.Bytes(),
        ];
        foreach (var group in stream.Groups.Values)
        {
            yield return
            [
                "XGROUP"u8.ToArray(), "CREATE"u8.ToArray(), key, group.Name, group.LastId.Bytes(), "ENTRIESREAD"u8.ToArray(), Numbers.Format(group.EntriesRead),
            ];
            foreach (var consumer in group.Consumers.Values)
                yield return ["XGROUP"u8.ToArray(), "CREATECONSUMER"u8.ToArray(), key, group.Name, consumer.Name];
            foreach (var pending in group.Pending)
                yield return pending.ClaimCommand(key, group);
        }
    }

    private static StreamId Placeholder(StreamValue stream) => stream.LastId == StreamId.Min ? new StreamId(0, 1) : stream.LastId;
}
