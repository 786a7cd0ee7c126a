using System.Globalization;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Queries;

/// <summary>From the query language's JSON to queries.</summary>
internal sealed class QueryParser(long now)
{
    private const int MaxDepth = 30; // as indices.query.bool.max_nested_depth

    /// <summary>What <c>now</c> means, in Unix milliseconds.</summary>
    public long Now => now;

    public Query Parse(JsonNode? node, int depth = 0)
    {
        if (node is null)
            return new MatchAllQuery();
        if (depth > MaxDepth)
            throw ElasticsearchError.Argument($"The nested depth of the query exceeds the maximum nested depth for queries set in [indices.query.bool.max_nested_depth] [{MaxDepth}]");
        if (node is not JsonObject { Count: > 0 } query)
            throw ElasticsearchError.Argument("query malformed, empty clause found");
        var (name, body) = query.Count == 1 ? query.Single("query") : throw ElasticsearchError.Parsing($"[{query.First().Key}] malformed query, expected [END_OBJECT] but found [FIELD_NAME]");
        var fields = body.AsObject(name);
        return name switch
        {
            "match_all" => new MatchAllQuery { Boost = Boost(fields) },
            "match_none" => new MatchNoneQuery(),
            "bool" => Bool(fields, depth),
            "constant_score" => new ConstantQuery(Parse(fields["filter"], depth + 1)) { Boost = Boost(fields) },
            "ids" => new IdsQuery([.. fields["values"].Many().Select(id => id.Text("ids"))]),
            "exists" => new ExistsQuery(fields["field"]?.Text("field") ?? throw ElasticsearchError.Parsing("[exists] must be provided with a [field]")),
            "terms" => Terms(fields),
            "match" => Match(fields),
            "match_phrase" or "match_phrase_prefix" => Phrase(fields, name),
            "multi_match" => MultiMatch(fields),
            "query_string" or "simple_query_string" => QueryString(fields, name),
            "term" or "prefix" or "wildcard" or "range" => OnField(name, fields),
            _ => throw ElasticsearchError.Parsing($"unknown query [{name}]"),
        };
    }

    private static double Boost(JsonObject body) => body["boost"] is { } boost ? double.Parse(boost.Text("boost"), CultureInfo.InvariantCulture) : 1;

    private BoolQuery Bool(JsonObject body, int depth)
    {
        body.Allow("bool", "must", "filter", "should", "must_not", "minimum_should_match", "boost");
        var should = Clauses("should");
        var (must, filter) = (Clauses("must"), Clauses("filter"));
        var minimum = body["minimum_should_match"] is { } given
            ? Minimum(given, should.Count)
            : should.Count > 0 && must.Count + filter.Count == 0 ? 1 : 0;
        return new BoolQuery { Must = must, Filter = filter, Should = should, MustNot = Clauses("must_not"), MinimumShould = minimum, Boost = Boost(body) };

        List<Query> Clauses(string name) => [.. body[name].Many().Select(clause => Parse(clause, depth + 1))];
    }

    // 2, "2", "-1", "75%"
    private static int Minimum(JsonNode given, int count)
    {
        var text = given.Text("minimum_should_match");
        var percent = text.EndsWith('%');
        if (!int.TryParse(percent ? text[..^1] : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw ElasticsearchError.Unsupported($"[minimum_should_match: {text}]");
        var wanted = percent ? count * number / 100 : number;
        return Math.Max(0, wanted < 0 ? count + wanted : wanted);
    }

    private TermsQuery Terms(JsonObject body)
    {
        var (path, values) = body.FirstOrDefault(item => item.Key != "boost");
        if (values is not JsonArray list)
            throw ElasticsearchError.Parsing("[terms] query requires a list of values");
        return new TermsQuery(path, [.. list], ignoreCase: false, now) { Boost = Boost(body) };
    }

    private MatchQuery Match(JsonObject body)
    {
        var (path, given) = body.Single("match");
        var options = given as JsonObject;
        options?.Allow("match", "query", "operator", "minimum_should_match", "boost", "lenient", "zero_terms_query", "auto_generate_synonyms_phrase_query");
        var value = Required(options is null ? given : options["query"], "match");
        var minimum = options?["minimum_should_match"] is { } wanted ? Minimum(wanted, Words.Of(value.ToString()).Count) : (int?)null;
        return new MatchQuery(path, value, IsAnd(options?["operator"]), minimum, now) { Boost = Boost(options ?? []) };
    }

    private PhraseQuery Phrase(JsonObject body, string name)
    {
        var (path, given) = body.Single(name);
        var options = given as JsonObject;
        options?.Allow(name, "query", "slop", "boost", "max_expansions", "zero_terms_query");
        return new PhraseQuery(
            path, Required(options is null ? given : options["query"], name), (int)Math.Clamp(options?["slop"]?.Whole("slop") ?? 0, 0, 1000), name == "match_phrase_prefix", now)
        {
            Boost = Boost(options ?? []),
        };
    }

    private FieldsQuery MultiMatch(JsonObject body)
    {
        body.Allow("multi_match", "query", "fields", "operator", "type", "boost", "lenient");
        var fields = body["fields"].Many().Select(field => field.Text("fields").Split('^')[0]).ToList();
        var phrase = body["type"]?.Text("type") switch
        {
            null or "best_fields" or "most_fields" or "cross_fields" => false,
            "phrase" => true,
            var other => throw ElasticsearchError.Unsupported($"[type: {other}] of [multi_match]"),
        };
        var value = Required(body["query"], "multi_match");
        return new FieldsQuery(fields, path => phrase ? new PhraseQuery(path, value, 0, lastIsPrefix: false, now) : new MatchQuery(path, value, IsAnd(body["operator"]), null, now));
    }

    private Query QueryString(JsonObject body, string name)
    {
        body.Allow(name, "query", "fields", "default_field", "default_operator", "lenient", "analyze_wildcard", "flags", "boost", "allow_leading_wildcard");
        var fields = body["fields"] is null ? [body["default_field"]?.Text("default_field") ?? "*"] : body["fields"].Many().Select(field => field.Text("fields").Split('^')[0]).ToList();
        return new QueryStringParser(Required(body["query"], name).ToString(), fields, IsAnd(body["default_operator"]), isSimple: name == "simple_query_string", now).Parse();
    }

    private Query OnField(string name, JsonObject body)
    {
        var (path, given) = body.Single(name);
        if (name == "range")
            return RangeQuery.Parse(path, given.AsObject("range"), now);
        var options = given as JsonObject;
        options?.Allow(name, "value", "wildcard", "boost", "case_insensitive", "rewrite");
        var value = Required(options is null ? given : options["value"] ?? options["wildcard"], name);
        var ignoreCase = options?["case_insensitive"]?.Flag("case_insensitive") ?? false;
        var text = value.ToString();
        var boost = Boost(options ?? []);
        return name switch
        {
            "term" => new TermsQuery(path, [value], ignoreCase, now) { Boost = boost },
            "prefix" => new PatternQuery(path, word => word.StartsWith(text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) { Boost = boost },
            _ => new PatternQuery(path, word => WildcardText.Matches(text, word, ignoreCase)) { Boost = boost },
        };
    }

    private static bool IsAnd(JsonNode? node) => node?.Text("operator").ToLowerInvariant() switch
    {
        null or "or" => false,
        "and" => true,
        var other => throw ElasticsearchError.Argument($"operator needs to be either OR or AND, but not [{other}]"),
    };

    private static JsonNode Required(JsonNode? value, string name) => value is JsonValue ? value : throw ElasticsearchError.Argument($"[{name}] requires a query value");
}
