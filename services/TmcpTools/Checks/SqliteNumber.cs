namespace Tmcp.Tools.Checks;

/// <summary>Numbers of one to nine bytes, seven bits in each, the ninth whole.</summary>
internal static class SqliteNumber
{
    /// <exception cref="InvalidDataException">It ends with the page.</exception>
    internal static long Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        long value = 0;
        for (var index = 0; index < 9; index++)
        {
            if (position >= bytes.Length)
                throw new InvalidDataException("a record of its database is cut off");
            var next = bytes[position++];
            if (index == 8)
                return (value << 8) | next;
            value = (value << 7) | (next & 0x7FL);
            if (next < 0x80)
                return value;
        }

        return value;
    }
}
