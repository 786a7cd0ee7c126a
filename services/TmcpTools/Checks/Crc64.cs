namespace Tmcp.Tools.Checks;

/// <summary>The checksum of Redis snapshots (CRC-64 of Jones, reflected, without final inversion).</summary>
internal static class Crc64
{
    private static readonly ulong[] Table = MakeTable();

    internal static ulong Append(ulong checksum, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return checksum;
    }

    private static ulong[] MakeTable()
    {
        var table = new ulong[256];
        for (var index = 0u; index < table.Length; index++)
        {
            ulong value = index;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : 0x95AC_9329_AC4B_C9B5 ^ (value >> 1);
            table[index] = value;
        }

        return table;
    }
}
