using System.Text;

namespace Tmcp.Tools.Checks;

/// <summary>A table or index, from its row of <c>sqlite_schema (type, name, tbl_name, rootpage, sql)</c>.</summary>
/// <param name="RootPage">0 for what has no pages, such as a view.</param>
internal sealed record SchemaEntry(string Type, string Name, long RootPage)
{
    /// <summary>Reads the columns that matter; they stand before the statement, which may go on elsewhere.</summary>
    internal static SchemaEntry Read(byte[] record)
    {
        var position = 0;
        var body = (int)SqliteNumber.Read(record, ref position);
        var kinds = new long[4];
        for (var column = 0; column < kinds.Length; column++)
            kinds[column] = SqliteNumber.Read(record, ref position);

        var columns = new byte[kinds.Length][];
        for (var column = 0; column < kinds.Length; column++)
        {
            var length = LengthOf(kinds[column]);
            if (length < 0 || body + length > record.Length)
                throw new InvalidDataException("the list of tables of its database is damaged");
            columns[column] = record[body..(body + length)];
            body += length;
        }

        return new SchemaEntry(Encoding.UTF8.GetString(columns[0]), Encoding.UTF8.GetString(columns[1]), NumberOf(kinds[3], columns[3]));
    }

    // Kinds: 0 null, 1 to 6 integers, 8 and 9 the numbers 0 and 1, from 12 on blobs (even) and texts (odd).
    private static int LengthOf(long kind) => kind switch
    {
        0 or 8 or 9 => 0,
        >= 1 and <= 4 => (int)kind,
        5 => 6,
        6 or 7 => 8,
        >= 12 and < int.MaxValue => (int)((kind - 12) / 2),
        _ => -1,
    };

    private static long NumberOf(long kind, byte[] column) => kind == 9 ? 1 : column.Aggregate(0L, (number, part) => (number << 8) | part);
}
