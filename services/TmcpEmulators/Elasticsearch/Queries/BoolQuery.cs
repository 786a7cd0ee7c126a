using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary><c>bool</c>. Filters come first: they are the cheap ones.</summary>
internal sealed class BoolQuery : Query
{
    public IReadOnlyList<Query> Must { get; init; } = [];

    public IReadOnlyList<Query> Filter { get; init; } = [];

    public IReadOnlyList<Query> Should { get; init; } = [];

    public IReadOnlyList<Query> MustNot { get; init; } = [];

    /// <summary>How many of <see cref="Should"/> have to fit.</summary>
    public int MinimumShould { get; init; }

    public override (long From, long To) Times
    {
        get
        {
            var (from, to) = base.Times;
            foreach (var (start, end) in Filter.Concat(Must).Select(query => query.Times))
                (from, to) = (Math.Max(from, start), Math.Min(to, end));
            return (from, to);
        }
    }

    public override Matcher Bind(SearchIndex index)
    {
        // Ranges compare two numbers, texts are searched: in this order.
        Matcher[] filter = [.. Filter.OrderBy(query => query is RangeQuery ? 0 : 1).Select(query => query.Bind(index))];
        Matcher[] mustNot = [.. MustNot.Select(query => query.Bind(index))];
        Matcher[] must = [.. Must.Select(query => query.Bind(index))];
        Matcher[] should = [.. Should.Select(query => query.Bind(index))];
        var isEmpty = must.Length + should.Length + filter.Length == 0;
        return document =>
        {
            foreach (var matcher in filter)
            {
                if (matcher(document) < 0)
                    return No;
            }

            foreach (var matcher in mustNot)
            {
                if (matcher(document) >= 0)
                    return No;
            }

            var score = isEmpty && mustNot.Length == 0 ? 1.0 : 0;
            foreach (var matcher in must)
            {
                var part = matcher(document);
                if (part < 0)
                    return No;
                score += part;
            }

            var found = 0;
            foreach (var matcher in should)
            {
                var part = matcher(document);
                found += part >= 0 ? 1 : 0;
                score += Math.Max(0, part);
            }

            return found >= MinimumShould ? score * Boost : No;
        };
    }
}
