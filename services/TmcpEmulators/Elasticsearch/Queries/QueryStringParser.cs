using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary>
/// The small language of <c>query_string</c> and <c>simple_query_string</c>: words, "phrases", <c>wild*</c>, <c>field:value</c>, parentheses,
/// AND, OR, NOT, <c>+</c>, <c>-</c>, <c>|</c>, and ranges such as <c>field:&gt;=10</c> or <c>field:[1 TO 5]</c>.
/// </summary>
internal sealed class QueryStringParser(string text, IReadOnlyList<string> fields, bool isAnd, bool isSimple, long now)
{
    private const int MaxDepth = 30;
    private int _at;

    public Query Parse()
    {
        var query = Clauses(fields, 0);
        return _at < text.Length && !isSimple ? throw Failed($"unexpected [{text[_at]}]") : query;
    }

    private static BoolQuery Not(Query query) => new BoolQuery { MustNot = [query] };

    private ElasticsearchError Failed(string reason) => new(400, "query_shard_exception", $"Failed to parse query [{text}]: {reason}");

    private Query Clauses(IReadOnlyList<string> inFields, int depth)
    {
        if (depth > MaxDepth)
            throw Failed("too deeply nested");
        var (must, should, mustNot) = (new List<Query>(), new List<Query>(), new List<Query>());
        var joinsBefore = false;
        while (Skip() && text[_at] != ')')
        {
            if (TakeWord("AND", "&&") || (isSimple && TakeChar('+')))
            {
                joinsBefore = true;
                continue;
            }

            if (TakeWord("OR", "||") || (isSimple && TakeChar('|')))
            {
                Loosen(must, should);
                Place(should, inFields, depth);
                continue;
            }

            var isNot = TakeWord("NOT", "!") || TakeChar('-');
            var isMust = !isNot && TakeChar('+');
            if (isNot)
                Place(mustNot, inFields, depth);
            else if (isMust || joinsBefore || isAnd)
                Place(must, inFields, depth);
            else
                Place(should, inFields, depth);

            // In "a AND b" the word before belongs too.
            if (joinsBefore && should.Count > 0)
            {
                must.Add(should[^1]);
                should.RemoveAt(should.Count - 1);
            }

            joinsBefore = false;
        }

        if (must.Count == 1 && should.Count + mustNot.Count == 0)
            return must[0];
        return new BoolQuery { Must = must, Should = should, MustNot = mustNot, MinimumShould = must.Count == 0 && should.Count > 0 ? 1 : 0 };
    }

    // In "a OR b" with AND as the default, the word before is only one of two.
    private static void Loosen(List<Query> must, List<Query> should)
    {
        if (must.Count == 0)
            return;
        should.Add(must[^1]);
        must.RemoveAt(must.Count - 1);
    }

    private void Place(List<Query> into, IReadOnlyList<string> inFields, int depth)
    {
        if (Skip() && text[_at] != ')')
            into.Add(Clause(inFields, depth));
    }

    private Query Clause(IReadOnlyList<string> inFields, int depth)
    {
        if (TakeChar('-') || TakeWord("NOT", "!"))
            return Not(Clause(inFields, depth + 1));
        if (TakeChar('('))
        {
            var inner = Clauses(inFields, depth + 1);
            if (!TakeChar(')') && !isSimple)
                throw Failed("a parenthesis is not closed");
            return inner;
        }

        if (TakeChar('"'))
            return Phrase(inFields);
        var word = Word();
        if (!isSimple && word.Length > 0 && TakeChar(':'))
            return Field(word, depth);
        return Value(inFields, word);
    }

    private Query Field(string path, int depth)
    {
        if (path == "_exists_")
            return new ExistsQuery(Word());
        if (_at < text.Length && text[_at] is '[' or '{')
            return Between(path);
        foreach (var (sign, end) in ((string, string)[])[(">=", "gte"), ("<=", "lte"), (">", "gt"), ("<", "lt")])
        {
            if (!text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
                continue;
            _at += sign.Length;
            return new RangeQuery(path, new JsonObject { [end] = Word() }, now);
        }

        return Clause([path], depth + 1);
    }

    private RangeQuery Between(string path)
    {
        var close = text.IndexOfAny([']', '}'], _at);
        var parts = close < 0 ? [] : text[(_at + 1)..close].Split(" TO ", StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
            throw Failed("a range has the form [from TO to]");
        var bounds = new JsonObject();
        if (parts[0] != "*")
            bounds[text[_at] == '[' ? "gte" : "gt"] = parts[0].Trim('"');
        if (parts[1] != "*")
            bounds[text[close] == ']' ? "lte" : "lt"] = parts[1].Trim('"');
        _at = close + 1;
        return new RangeQuery(path, bounds, now);
    }

    private FieldsQuery Phrase(IReadOnlyList<string> inFields)
    {
        var phrase = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            phrase.Append(text[_at++]);
        }

        if (!TakeChar('"') && !isSimple)
            throw Failed("a quote is not closed");
        return new FieldsQuery(inFields, path => new PhraseQuery(path, phrase.ToString(), 0, lastIsPrefix: false, now));
    }

    private Query Value(IReadOnlyList<string> inFields, string word)
    {
        if (word is "*" && inFields is ["*"])
            return new MatchAllQuery();
        if (word is "*")
            return new ExistsQuery(inFields[0]);
        if (word.Contains('*', StringComparison.Ordinal) || (!isSimple && word.Contains('?', StringComparison.Ordinal)))
            return new FieldsQuery(inFields, path => new PatternQuery(path, value => WildcardText.Matches(word, value, ignoreCase: true)));
        return new FieldsQuery(inFields, path => new MatchQuery(path, word, all: isAnd, minimum: null, now));
    }

    private string Word()
    {
        var word = new StringBuilder();
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '"') && !(text[_at] == ':' && !isSimple) && !(text[_at] == '|' && isSimple))
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            word.Append(text[_at++]);
        }

        if (word.Length == 0)
            _at++; // a sign that means nothing here
        return word.ToString();
    }

    private bool Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at < text.Length;
    }

    private bool TakeChar(char c)
    {
        var found = _at < text.Length && text[_at] == c;
        _at += found ? 1 : 0;
        return found;
    }

    private bool TakeWord(string word, string sign)
    {
        if (isSimple)
            return false;
        if (text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
        {
            _at += sign.Length;
            return true;
        }

        if (!text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal) || (_at + word.Length < text.Length && !char.IsWhiteSpace(text[_at + word.Length]) && text[_at + word.Length] != '('))
            return false;
        _at += word.Length;
        return true;
    }
}
