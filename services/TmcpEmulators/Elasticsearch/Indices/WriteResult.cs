namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>What a write did. <paramref name="Result"/>: created, updated, deleted, not_found or noop.</summary>
internal sealed record WriteResult(string Index, string Id, long Version, string Result, long SequenceNumber)
{
    public int Status => Result switch { "created" => 201, "not_found" => 404, _ => 200 };
}
