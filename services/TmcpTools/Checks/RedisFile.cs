using System.Buffers.Binary;

namespace Tmcp.Tools.Checks;

/// <summary>Verifies a Redis snapshot: <c>REDIS</c> + version, content, <c>FF</c>, checksum of all before it (0 where the server makes none).</summary>
internal static class RedisFile
{
    private const int ChecksumBytes = 8;
    private const int SmallestFile = 9 + 1 + ChecksumBytes;

    /// <exception cref="ToolException">It is cut off or damaged.</exception>
    internal static async Task VerifyAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var rest = file.Length - ChecksumBytes;
        if (file.Length < SmallestFile)
            throw Damaged(path, $"it has {file.Length} bytes");

        var buffer = new byte[81920];
        ulong checksum = 0;
        byte last = 0;
        for (var isStart = true; rest > 0; isStart = false)
        {
            var read = await file.ReadAtLeastAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, rest)), (int)Math.Min(buffer.Length, rest), cancellationToken: cancellationToken);
            if (isStart && !buffer.AsSpan().StartsWith("REDIS"u8))
                throw Damaged(path, "it does not begin with REDIS");
            checksum = Crc64.Append(checksum, buffer.AsSpan(0, read));
            last = buffer[read - 1];
            rest -= read;
        }

        await file.ReadExactlyAsync(buffer.AsMemory(0, ChecksumBytes), cancellationToken);
        var expected = BinaryPrimitives.ReadUInt64LittleEndian(buffer);
        if (last != 0xFF || (expected != 0 && expected != checksum))
            throw Damaged(path, last != 0xFF ? "its end is missing" : "its checksum is wrong");
    }

    private static ToolException Damaged(string path, string how) =>
        new($"The snapshot '{path}' is not usable: {how}. Run the job again; older backups were kept.");
}
