using System.Buffers.Binary;

namespace Tmcp.Tools.Checks;

/// <summary>A page of a b-tree: a header, an array of cell positions, and the cells.</summary>
internal sealed class SqlitePage
{
    private const byte InteriorIndex = 2;
    private const byte InteriorTable = 5;
    private const byte LeafIndex = 10;
    private const byte LeafTable = 13;

    // The database's own header stands before that of the first page.
    private const int FirstPageOffset = 100;

    private readonly byte[] _content;
    private readonly int _header;
    private readonly byte _kind;

    /// <exception cref="InvalidDataException">It is no such page, or a cell lies outside of it.</exception>
    internal SqlitePage(SqliteFile file, uint number, byte[] content)
    {
        (_content, _header) = (content, number == 1 ? FirstPageOffset : 0);
        _kind = content[_header];
        Cells = BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(_header + 3));
        var end = PointersAt + (2 * Cells);
        if (_kind is not (InteriorIndex or InteriorTable or LeafIndex or LeafTable)
            || end > file.UsableSize
            || Enumerable.Range(0, Cells).Any(cell => PositionOf(cell) < end || PositionOf(cell) > file.UsableSize - 4))
        {
            throw new InvalidDataException($"page {number} of its database is damaged");
        }
    }

    internal int Cells { get; }

    internal bool IsLeaf => _kind is LeafIndex or LeafTable;

    /// <summary>Pages below an interior page: one per cell, and the right-most.</summary>
    internal IEnumerable<uint> Children() => IsLeaf
        ? []
        : Enumerable.Range(0, Cells).Select(cell => ReadPageNumber(PositionOf(cell))).Append(ReadPageNumber(_header + 8));

    /// <summary>The records of a table's leaf, as far as they lie on this page.</summary>
    internal IEnumerable<byte[]> Records() => Enumerable.Range(0, Cells).Select(cell =>
    {
        var position = PositionOf(cell);
        SqliteNumber.Read(_content, ref position); // length of the record
        SqliteNumber.Read(_content, ref position); // row id
        return _content[position..];
    });

    private int PointersAt => _header + (IsLeaf ? 8 : 12);

    private int PositionOf(int cell) => BinaryPrimitives.ReadUInt16BigEndian(_content.AsSpan(PointersAt + (2 * cell)));

    private uint ReadPageNumber(int position) => BinaryPrimitives.ReadUInt32BigEndian(_content.AsSpan(position));
}
