using System.Globalization;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>An index as <c>_cat/indices</c> lists it.</summary>
internal sealed class CatRow(IReadOnlyDictionary<string, string> values)
{
    public static string[] Columns { get; } =
        ["health", "status", "index", "uuid", "pri", "rep", "docs.count", "docs.deleted", "store.size", "pri.store.size", "dataset.size"];

    public static CatRow Of(SearchIndex index) => new(new Dictionary<string, string>
    {
        ["health"] = "green",
        ["status"] = "open",
        ["index"] = index.Name,
        ["uuid"] = index.Description.Uuid,
        ["pri"] = "1",
        ["rep"] = "0",
        ["docs.count"] = $"{index.Count}",
        ["docs.deleted"] = $"{index.GoneCount}",
        ["store.size"] = Size(index.Bytes),
        ["pri.store.size"] = Size(index.Bytes),
        ["dataset.size"] = Size(index.Bytes),
        ["creation.date"] = $"{index.Description.CreatedAt}",
    });

    public static string Table(IReadOnlyList<CatRow> rows, string[] columns, bool withHeader)
    {
        var lines = rows.Select(row => columns.Select(row.Value).ToArray()).ToList();
        if (withHeader)
            lines.Insert(0, columns);
        var widths = columns.Select((_, i) => lines.Max(line => (int?)line[i].Length) ?? 0).ToArray();
        return string.Concat(lines.Select(line => string.Join(' ', line.Select((cell, i) => cell.PadRight(widths[i]))) + "\n"));
    }

    public string Value(string column) => values.TryGetValue(column, out var value) ? value : throw ElasticsearchError.Unsupported($"column [{column}] of [_cat/indices]");

    /// <summary>For sorting: numbers by their value.</summary>
    public (double Number, string Text) Key(string column) =>
        double.TryParse(Value(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (number, "") : (0, Value(column));

    public JsonObject ToJson(string[] columns) => new(columns.Select(column => KeyValuePair.Create(column, (JsonNode?)Value(column))));

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes}b",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#}kb",
        _ => $"{bytes / 1024.0 / 1024:0.#}mb",
    };
}
