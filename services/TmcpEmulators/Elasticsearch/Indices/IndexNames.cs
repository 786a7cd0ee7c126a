using System.Text;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>Names of indexes, and expressions such as <c>logs-*,-logs-old,metrics</c>.</summary>
internal static class IndexNames
{
    private const string Forbidden = "\\/*?\"<>| ,#:";

    public static void Check(string name)
    {
        var reason = name switch
        {
            "" or "." or ".." => "must not be '.' or '..'",
            ['_' or '-' or '+', ..] => "must not start with '_', '-', or '+'",
            _ when name.Any(Forbidden.Contains) => "must not contain the following characters ['?','\\','>','*','\"','<','|',' ',',','/']",
            _ when name.Any(c => char.IsUpper(c)) => "must be lowercase",
            _ when name.Any(c => c is < ' ' or > '~') => "must be of printable ASCII letters with TMCP's emulator of Elasticsearch",
            _ when Encoding.UTF8.GetByteCount(name) > 200 => "index name is too long, (200 bytes is the emulator's limit)",
            _ => null,
        };
        if (reason is not null)
            throw new ElasticsearchError(400, "invalid_index_name_exception", $"Invalid index name [{name}], {reason}") { Index = name };
    }

    /// <summary>The indexes that an expression means.</summary>
    /// <exception cref="ElasticsearchError">It names one that does not exist.</exception>
    public static List<SearchIndex> Resolve(IReadOnlyDictionary<string, SearchIndex> all, string? expression, bool ignoreUnavailable, bool allowNone = true)
    {
        var chosen = new SortedDictionary<string, SearchIndex>(StringComparer.Ordinal);
        foreach (var part in (expression is null or "" or "_all" ? "*" : expression).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '-' && chosen.Count > 0)
            {
                foreach (var name in chosen.Keys.Where(name => WildcardText.Matches(part[1..], name)).ToList())
                    chosen.Remove(name);
            }
            else if (part.Contains('*', StringComparison.Ordinal))
            {
                var found = all.Where(index => WildcardText.Matches(part, index.Key)).ToList();
                if (found.Count == 0 && !allowNone)
                    throw ElasticsearchError.NoIndex(part);
                found.ForEach(index => chosen[index.Key] = index.Value);
            }
            else if (all.TryGetValue(part, out var index))
            {
                chosen[part] = index;
            }
            else if (!ignoreUnavailable)
            {
                throw ElasticsearchError.NoIndex(part);
            }
        }

        return [.. chosen.Values];
    }
}
