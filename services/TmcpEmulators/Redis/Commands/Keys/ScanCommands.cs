using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Keys;

/// <summary>KEYS and the SCAN family.</summary>
internal static class ScanCommands
{
    public static void Register(CommandTable table)
    {
        table.Add("keys", 2, CommandFlags.ReadOnly, KeyPositions.None, Keys);
        table.Add("scan", -2, CommandFlags.ReadOnly, KeyPositions.None, Scan);
        table.Add("hscan", -3, CommandFlags.ReadOnly, KeyPositions.One, HashScan);
        table.Add("sscan", -3, CommandFlags.ReadOnly, KeyPositions.One, SetScan);
        table.Add("zscan", -3, CommandFlags.ReadOnly, KeyPositions.One, SortedSetScan);
    }

    private static void Keys(Invocation call) =>
        call.Reply.Bulks([.. call.Db.Entries.Select(entry => entry.Key).Where(key => Glob.Matches(call[1], key))]);

    private static void Scan(Invocation call)
    {
        var options = ScanOptions.Parse(call, 1);
        var found = new List<KeyValuePair<byte[], KeyEntry>>();
        var next = call.Db.Scan(options.Cursor, options.Count, found);
        Write(call.Reply, next, [.. found
            .Where(item => options.Matches(item.Key) && !call.Db.IsExpired(item.Value) && (options.Type is null || item.Value.Value.Type == options.Type))
            .Select(item => item.Key)]);
    }

    private static void HashScan(Invocation call)
    {
        var options = ScanOptions.Parse(call, 2);
        var found = new List<KeyValuePair<byte[], byte[]>>();
        var next = call.Db.Find<HashValue>(call[1])?.Fields.Scan(options.Cursor, options.Count, found) ?? 0;
        Write(call.Reply, next, [.. found.Where(field => options.Matches(field.Key)).SelectMany(field => (byte[][])[field.Key, field.Value])]);
    }

    private static void SetScan(Invocation call)
    {
        var options = ScanOptions.Parse(call, 2);
        var found = new List<KeyValuePair<byte[], bool>>();
        var next = call.Db.Find<SetValue>(call[1])?.Members.Scan(options.Cursor, options.Count, found) ?? 0;
        Write(call.Reply, next, [.. found.Select(member => member.Key).Where(options.Matches)]);
    }

    private static void SortedSetScan(Invocation call)
    {
        var options = ScanOptions.Parse(call, 2);
        var found = new List<KeyValuePair<byte[], double>>();
        var next = call.Db.Find<SortedSetValue>(call[1])?.Scores.Scan(options.Cursor, options.Count, found) ?? 0;
        Write(call.Reply, next, [.. found.Where(item => options.Matches(item.Key)).SelectMany(item => (byte[][])[item.Key, Numbers.Format(item.Value).Bytes()])]);
    }

    private static void Write(ReplyBuffer reply, ulong next, IReadOnlyCollection<byte[]> items)
    {
        reply.Array(2);
        reply.Bulk(next.ToString());
        reply.Bulks(items);
    }
}
