namespace Tmcp.Tools.Checks;

/// <summary>The checksum of zip archives (CRC-32 of IEEE 802.3, reflected).</summary>
internal static class Crc32
{
    internal const uint Start = 0xFFFF_FFFF;

    private static readonly uint[] Table = MakeTable();

    internal static uint Append(uint checksum, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return checksum;
    }

    internal static uint Finish(uint checksum) => ~checksum;

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var index = 0u; index < table.Length; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1);
            table[index] = value;
        }

        return table;
    }
}
