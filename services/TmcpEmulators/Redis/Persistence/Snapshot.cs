using System.Globalization;
using TmcpEmulators.Redis.Data;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>Writes all data as the commands that make it.</summary>
internal static class Snapshot
{
    // As Redis does: no command of the file has more items than this.
    private const int ItemsPerCommand = 64;

    public static void Write(RedisServer server, Stream stream)
    {
        var buffer = new ReplyBuffer();
        foreach (var database in server.Databases.Where(database => database.Count > 0))
        {
            buffer.Bulks(["SELECT"u8.ToArray(), Numbers.Format(database.Number)]);
            foreach (var entry in database.Entries)
            {
                foreach (var command in Commands(entry))
                {
                    buffer.Bulks(command);
                    if (buffer.Length > 64 * 1024)
                        Drain(buffer, stream);
                }
            }
        }

        Drain(buffer, stream);
    }

    private static void Drain(ReplyBuffer buffer, Stream stream)
    {
        stream.Write(buffer.Written.Span);
        buffer.Clear();
    }

    private static IEnumerable<byte[][]> Commands(KeyEntry entry)
    {
        var commands = entry.Value switch
        {
            StringValue value => [["SET"u8.ToArray(), entry.Key, value.Bytes]],
            ListValue value => Chunks("RPUSH", entry.Key, value.Items),
            SetValue value => Chunks("SADD", entry.Key, value.Members.Keys),
            HashValue value => Chunks("HSET", entry.Key, value.Fields.Items.SelectMany(field => (byte[][])[field.Key, field.Value])),
            SortedSetValue value => Chunks("ZADD", entry.Key, value.Order.SelectMany(item => (byte[][])[Score(item.Score), item.Member])),
            StreamValue value => StreamSnapshot.Commands(entry.Key, value),
            var other => throw new InvalidOperationException($"A snapshot does not know how to write a {other.Type}."),
        };
        return entry.ExpiresAt == 0 ? commands : commands.Append(["PEXPIREAT"u8.ToArray(), entry.Key, Numbers.Format(entry.ExpiresAt)]);
    }

    private static IEnumerable<byte[][]> Chunks(string command, byte[] key, IEnumerable<byte[]> items) =>
        items.Chunk(ItemsPerCommand).Select(chunk => (byte[][])[command.Bytes(), key, .. chunk]);

    private static byte[] Score(double score) => double.IsInfinity(score) ? Numbers.Format(score).Bytes() : score.ToString("R", CultureInfo.InvariantCulture).Bytes();
}
