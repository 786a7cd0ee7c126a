namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>A document as a segment file holds it; without a source: its deletion.</summary>
internal sealed record StoredRecord(string Id, long Version, long SequenceNumber, byte[]? Source);
