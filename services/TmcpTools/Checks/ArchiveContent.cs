namespace Tmcp.Tools.Checks;

/// <summary>What a verified archive holds.</summary>
/// <param name="Files">Number of files, all with the right checksum.</param>
/// <param name="Rows">Rows by table of the database; null where a write-ahead log stands beside it, and only SQLite itself can tell.</param>
internal sealed record ArchiveContent(int Files, IReadOnlyDictionary<string, long>? Rows)
{
    public override string ToString() => Rows is null
        ? $"{Files} files; the database has an unfinished log, which is applied at the next start"
        : $"{Files} files, a database of {Rows.Count} tables and {Rows.Values.Sum()} rows";
}
