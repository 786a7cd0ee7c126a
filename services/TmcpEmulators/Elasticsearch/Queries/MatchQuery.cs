using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary><c>match</c>: words of a text, any of them or all; on other fields the exact value. The score is the number of words found.</summary>
internal sealed class MatchQuery(string path, JsonNode? value, bool all, int? minimum, long now) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        if (index.Fields.Find(path) is not { } field)
            return _ => No;
        if (field.Type != FieldType.Text)
            return new TermsQuery(path, [value], ignoreCase: false, now) { Boost = Boost }.Bind(index);
        var words = Words.Of(value!.ToString()).Distinct().ToList();
        var needed = all ? words.Count : Math.Clamp(minimum ?? 1, 1, Math.Max(1, words.Count));
        return document =>
        {
            var found = 0;
            foreach (var word in words)
            {
                if (document[field] is string one ? Words.Contains(one, word) : document.ValuesOf(field).Any(text => Words.Contains((string)text, word)))
                    found++;
            }

            return found >= needed && words.Count > 0 ? found * Boost : No;
        };
    }
}

/// <summary><c>match_phrase</c> and <c>match_phrase_prefix</c>: words one after the other.</summary>
internal sealed class PhraseQuery(string path, JsonNode? value, int slop, bool lastIsPrefix, long now) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        if (index.Fields.Find(path) is not { } field)
            return _ => No;
        if (field.Type != FieldType.Text)
        {
            return lastIsPrefix
                ? new PatternQuery(path, text => text.StartsWith(value!.ToString(), StringComparison.Ordinal)) { Boost = Boost }.Bind(index)
                : new TermsQuery(path, [value], ignoreCase: false, now) { Boost = Boost }.Bind(index);
        }

        var phrase = Words.Of(value!.ToString());
        return Test(document => document.ValuesOf(field).Any(text => Words.ContainsPhrase((string)text, phrase, slop, lastIsPrefix)));
    }
}
