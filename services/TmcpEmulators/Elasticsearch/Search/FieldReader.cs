using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>Exact values of one field over several indexes.</summary>
internal sealed class FieldReader(string path)
{
    private SearchIndex? _index;
    private Field? _field;

    public string Path { get; } = path;

    public Field? FieldOf(SearchIndex index)
    {
        if (index == _index)
            return _field;
        (_index, _field) = (index, index.Fields.Find(Path));
        return _field is { IsExact: false } ? throw NotExact(index) : _field;
    }

    public IEnumerable<object> Values(Hit hit) => FieldOf(hit.Index) is { } field ? hit.Document.ValuesOf(field) : [];

    public object? First(Hit hit) => FieldOf(hit.Index) is { } field ? hit.Document[field] switch { object[] several => several[0], var one => one } : null;

    private ElasticsearchError NotExact(SearchIndex index) => new(
        400, "illegal_argument_exception",
        $"Fielddata is disabled on [{Path}] in [{index.Name}]. Text fields are not optimised for operations that require per-document field data like aggregations and sorting, so these operations are disabled by default. Please use a keyword field instead. Alternatively, set fielddata=true on [{Path}] in order to load field data by uninverting the inverted index. Note that this can use significant memory.")
    {
        FailedShardOf = index.Name,
    };
}
