namespace Tmcp.AiOps;

/// <summary>Reads answers of other servers, never more than is wanted of them.</summary>
internal static class BoundedRead
{
    /// <summary>The first bytes of a stream, at most <paramref name="most"/>.</summary>
    public static async Task<byte[]> ToArrayAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        while (bytes.Length < most)
        {
            var read = await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, most - bytes.Length)), cancellationToken);
            if (read == 0)
                break;
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }
}
