namespace TmcpEmulators.Elasticsearch.Documents;

/// <summary>What a field holds. The names on the wire are the same in small letters.</summary>
internal enum FieldType
{
    /// <summary>Words; a part of it can be found, but not sorted.</summary>
    Text,

    /// <summary>One piece.</summary>
    Keyword,
    Long,
    Double,
    Boolean,

    /// <summary>Milliseconds since 1970.</summary>
    Date,
}
