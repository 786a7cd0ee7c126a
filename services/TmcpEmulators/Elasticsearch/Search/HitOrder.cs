using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Search;

/// <summary>An order of hits by several keys; equal ones keep the order in which they were written.</summary>
internal sealed class HitOrder(IReadOnlyList<SortKey> keys) : IComparer<Hit>
{
    /// <summary>The order without a <c>sort</c>: the best score first.</summary>
    public static HitOrder ByScore => new(SortKey.Parse("_score:desc"));

    public bool HasScore => keys.Any(key => key.IsScore);

    public IReadOnlyList<SortKey> Keys => keys;

    /// <summary>Gives the hit its keys; <paramref name="position"/> is the last of them, so that no two are equal.</summary>
    public void Assign(Hit hit, long position)
    {
        var values = new object?[keys.Count + 1];
        for (var i = 0; i < keys.Count; i++)
            values[i] = keys[i].Of(hit, position);
        values[^1] = position;
        hit.Keys = values;
    }

    public int Compare(Hit? x, Hit? y)
    {
        var order = Compare(x!.Keys, y!.Keys);
        return order != 0 ? order : ((long)x.Keys[^1]!).CompareTo((long)y.Keys[^1]!);
    }

    /// <summary>Whether the hit comes behind the keys of <c>search_after</c>.</summary>
    public bool IsAfter(Hit hit, object?[] after) => Compare(hit.Keys, after) > 0;

    public object?[] ReadAfter(JsonArray after)
    {
        if (after.Count != keys.Count)
            throw ElasticsearchError.Argument($"search_after has {after.Count} value(s) but sort has {keys.Count}.");
        return [.. after.Select(value => value switch
        {
            null => null,
            JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => number.TryGetValue(out long whole) ? whole : (object)number.GetValue<double>(),
            _ => DateText.LooksLikeDate(value.ToString()) ? DateText.Parse(value.ToString()) : value.ToString(),
        })];
    }

    private int Compare(object?[] left, object?[] right)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var order = keys[i].Compare(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }
}
