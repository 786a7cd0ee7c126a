namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>A field of an index. <paramref name="Declared"/>: the type's name as the mapping says it; <paramref name="Slot"/>: where documents keep its value.</summary>
internal sealed record Field(string Path, FieldType Type, string Declared, int Slot)
{
    /// <summary>A text that was mapped on sight can also be asked as one piece, under <c>path.keyword</c>.</summary>
    public bool HasKeyword { get; init; }

    /// <summary>Values for exact comparison, sorting and buckets: everything but words.</summary>
    public bool IsExact => Type != FieldType.Text;
}
