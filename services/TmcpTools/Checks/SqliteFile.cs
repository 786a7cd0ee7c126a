using System.Buffers.Binary;

namespace Tmcp.Tools.Checks;

/// <summary>
/// Reads the structure of a database file, <see href="https://www.sqlite.org/fileformat2.html"/>, without SQLite: every page of every table and index
/// must be where its parent says and of the right kind.
/// </summary>
internal sealed class SqliteFile
{
    private const int HeaderBytes = 100;
    private const int SmallestPage = 512;
    private const int LargestPage = 65536;

    private readonly FileStream _file;
    private readonly HashSet<uint> _seen = [];

    private SqliteFile(FileStream file)
    {
        _file = file;
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !header.StartsWith("SQLite format 3\0"u8))
            throw new InvalidDataException("its database does not begin like one of SQLite");

        PageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is 1 ? LargestPage : BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        if (PageSize < SmallestPage || !int.IsPow2(PageSize))
            throw new InvalidDataException($"its database claims pages of {PageSize} bytes");
        UsableSize = PageSize - header[20];
        Pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
    }

    internal int PageSize { get; }

    internal int UsableSize { get; }

    internal uint Pages { get; }

    /// <summary>Walks the whole database.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWhole">False when a write-ahead log holds a part of it: then only its header can be checked.</param>
    /// <returns>Rows by table; null when it is not whole.</returns>
    /// <exception cref="InvalidDataException">It is damaged; the message says where, as the end of a sentence.</exception>
    internal static IReadOnlyDictionary<string, long>? CountRows(string path, bool isWhole)
    {
        using var stream = File.OpenRead(path);
        var file = new SqliteFile(stream);
        if (!isWhole)
            return null;
        if (stream.Length < (long)file.Pages * file.PageSize)
            throw new InvalidDataException($"its database has {stream.Length} bytes, and {file.Pages} pages of {file.PageSize} are {(long)file.Pages * file.PageSize}");

        var entries = new List<SchemaEntry>();
        file.Walk(1, leaf => entries.AddRange(leaf.Records().Select(SchemaEntry.Read)));
        var rows = new Dictionary<string, long>();
        foreach (var entry in entries.Where(entry => entry.RootPage > 0))
        {
            long count = 0;
            file.Walk((uint)entry.RootPage, leaf => count += leaf.Cells);
            if (entry.Type == "table")
                rows[entry.Name] = count;
        }

        return rows;
    }

    private void Walk(uint root, Action<SqlitePage> visitLeaf)
    {
        var waiting = new Stack<uint>([root]);
        while (waiting.TryPop(out var number))
        {
            if (number == 0 || number > Pages || !_seen.Add(number))
                throw new InvalidDataException($"its database refers to page {number} of {Pages} where that page cannot be");

            var page = new SqlitePage(this, number, Read(number));
            if (page.IsLeaf)
                visitLeaf(page);
            foreach (var child in page.Children())
                waiting.Push(child);
        }
    }

    private byte[] Read(uint number)
    {
        var page = new byte[PageSize];
        _file.Position = (long)(number - 1) * PageSize;
        _file.ReadExactly(page);
        return page;
    }
}
