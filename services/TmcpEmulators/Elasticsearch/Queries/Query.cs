using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary>How well a document fits: below zero not at all.</summary>
internal delegate double Matcher(Document document);

/// <summary>A query before it knows the fields of an index.</summary>
internal abstract class Query
{
    /// <summary>What a matcher gives when the document does not fit.</summary>
    public const double No = -1;

    public double Boost { get; init; } = 1;

    /// <summary>The times that matching documents can have, so that whole segments need not be looked at.</summary>
    public virtual (long From, long To) Times => (long.MinValue, long.MaxValue);

    public abstract Matcher Bind(SearchIndex index);

    /// <summary>A matcher for a yes or no.</summary>
    protected Matcher Test(Func<Document, bool> test) => document => test(document) ? Boost : No;
}
