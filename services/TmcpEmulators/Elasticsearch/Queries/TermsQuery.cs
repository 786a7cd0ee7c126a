using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary><c>term</c> and <c>terms</c>: exact values. On a text the value is held against single words, so a capital letter never fits, as in Elasticsearch.</summary>
internal sealed class TermsQuery(string path, IReadOnlyList<JsonNode?> values, bool ignoreCase, long now) : Query
{
    public override Matcher Bind(SearchIndex index)
    {
        if (path == "_id")
            return new IdsQuery([.. values.Select(value => value!.ToString())]).Bind(index);
        if (path == "_index")
            return values.Any(value => value!.ToString() == index.Name) ? _ => Boost : _ => No;
        if (index.Fields.Find(path) is not { } field)
            return _ => No;
        if (field.Type == FieldType.Text)
            return BindWords(field);
        var asked = values.Select(value => ExactValue.Of(field, value, now)).ToHashSet();
        if (field.Type != FieldType.Keyword)
            return Test(document => document.ValuesOf(field).Any(value => asked.Any(one => ExactValue.Same(value, one))));
        var texts = asked.Cast<string>().ToHashSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return Test(document => document[field] switch
        {
            null => false,
            string one => texts.Contains(one),
            object[] several => several.Any(value => texts.Contains((string)value)),
            _ => false,
        });
    }

    private Matcher BindWords(Field field)
    {
        var words = values.Select(value => value!.ToString()).Where(word => ignoreCase || !word.Any(char.IsUpper)).Select(word => word.ToLowerInvariant()).ToList();
        return Test(document => document.ValuesOf(field).Any(value => words.Exists(word => Words.Contains((string)value, word))));
    }
}
