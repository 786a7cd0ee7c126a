namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>A document: its source as it came, and its values by the slots of the index's fields.</summary>
internal sealed class Document(string id, byte[] source, object?[] values, long time)
{
    public string Id { get; } = id;

    public byte[] Source { get; } = source;

    /// <summary>Its <c>@timestamp</c> in Unix milliseconds, or <see cref="long.MinValue"/>.</summary>
    public long Time { get; } = time;

    public long Version { get; init; } = 1;

    public long SequenceNumber { get; init; }

    /// <summary>A newer version or a deletion took its place.</summary>
    public bool IsGone { get; set; }

    /// <summary>A string, long, double or bool; an array of them for several; null for none.</summary>
    public object? this[Field field] => field.Slot < values.Length ? values[field.Slot] : null;

    public IEnumerable<object> ValuesOf(Field field) => this[field] switch
    {
        null => [],
        object[] several => several,
        var one => [one],
    };
}
