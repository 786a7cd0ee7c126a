using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary>The same query over several fields, the best of them counts. A field may be a pattern; a field that cannot hold the value is passed over.</summary>
internal sealed class FieldsQuery(IReadOnlyList<string> fields, Func<string, Query> create) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        var isPattern = fields.Any(field => field.Contains('*', StringComparison.Ordinal));
        var matchers = fields.SelectMany(index.Fields.FindAll).Select(field => Bind(index, field, isPattern)).OfType<Matcher>().ToArray();
        return document =>
        {
            var best = No;
            foreach (var matcher in matchers)
                best = Math.Max(best, matcher(document));
            return best < 0 ? No : best * Boost;
        };
    }

    private Matcher? Bind(SearchIndex index, Field field, bool isPattern)
    {
        try
        {
            return create(field.Path).Bind(index);
        }
        catch (ElasticsearchError) when (isPattern)
        {
            return null; // "error" is no number: a pattern asks only the fields that could hold it.
        }
    }
}
