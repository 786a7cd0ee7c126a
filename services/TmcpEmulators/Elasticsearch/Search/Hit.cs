using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>A document that fits, and where it stands in the order.</summary>
internal sealed record Hit(SearchIndex Index, Document Document, double Score)
{
    public object?[] Keys { get; set; } = [];
}
