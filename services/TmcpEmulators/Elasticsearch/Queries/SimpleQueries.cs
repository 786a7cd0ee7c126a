using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

internal sealed class MatchAllQuery : Query
{
    public override Matcher Bind(SearchIndex index) => _ => Boost;
}

internal sealed class MatchNoneQuery : Query
{
    public override Matcher Bind(SearchIndex index) => _ => No;
}

internal sealed class IdsQuery(IReadOnlyCollection<string> ids) : Query
{
    private readonly HashSet<string> _ids = new(ids, StringComparer.Ordinal);

    public override Matcher Bind(SearchIndex index) => Test(document => _ids.Contains(document.Id));
}

/// <summary>The field, or one below it, has a value.</summary>
internal sealed class ExistsQuery(string path) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        var fields = index.Fields.FindAll(path).Concat(index.Fields.FindAll(path + ".*")).ToList();
        return Test(document => fields.Exists(field => document[field] is not null));
    }
}

/// <summary>Another query, without its score.</summary>
internal sealed class ConstantQuery(Query inner) : Query
{
    public override (long From, long To) Times => inner.Times;

    public override Matcher Bind(SearchIndex index)
    {
        var matcher = inner.Bind(index);
        return document => matcher(document) < 0 ? No : Boost;
    }
}

/// <summary>A pattern over one field: <c>prefix</c>, <c>wildcard</c>, <c>regexp</c>. On a text it is held against each word.</summary>
internal sealed class PatternQuery(string path, Func<string, bool> fits) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        if (index.Fields.Find(path) is not { } field)
            return _ => No;
        return field.Type == FieldType.Text
            ? Test(document => document.ValuesOf(field).Any(value => Words.Of((string)value).Exists(word => fits(word))))
            : Test(document => document.ValuesOf(field).Any(value => fits(ExactValue.Text(value))));
    }
}
