namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>When a write may happen.</summary>
internal sealed record WriteCondition(bool OnlyCreate = false, long? IfSequenceNumber = null)
{
    public static WriteCondition None { get; } = new();
}
