using System.Text.Json.Nodes;
using Tmcp.AiOps.Alerts;
using Tmcp.Logs;

namespace Tmcp.AiOps.Context;

/// <summary>The questions to the log store, in the words of <see cref="LogDocument"/>.</summary>
internal static class LogQueries
{
    private static readonly string[] _errorLevels = [SeverityWords.Name(Severity.Error), SeverityWords.Name(Severity.Critical)];

    // What the programs of this stack say when they start.
    private static readonly string[] _startPhrases =
        ["Application started", "Now listening on", "Server started at", "Ready to accept connections", "Listening on", "started on port"];

    /// <summary>The lines next before a time, newest first; only errors when wanted.</summary>
    public static JsonObject Lines(string service, DateTimeOffset from, DateTimeOffset to, int size, bool onlyErrors)
    {
        var query = Search(service, from, to, size);
        if (onlyErrors)
            Filters(query).Add(ErrorLevel());
        return query;
    }

    /// <summary>Errors minute by minute.</summary>
    public static JsonObject Errors(string service, DateTimeOffset from, DateTimeOffset to)
    {
        var query = Search(service, from, to, 0);
        Filters(query).Add(ErrorLevel());
        query["aggs"] = new JsonObject
        {
            ["minutes"] = new JsonObject { ["date_histogram"] = new JsonObject { ["field"] = LogFields.Timestamp, ["fixed_interval"] = "1m" } },
        };
        return query;
    }

    /// <summary>The last line that says that the service starts.</summary>
    public static JsonObject Start(string service, DateTimeOffset from, DateTimeOffset to)
    {
        var query = Search(service, from, to, 1);
        Filters(query).Add(AnyOf(LogFields.Message, _startPhrases));
        return query;
    }

    // match_phrase finds the whole value in a keyword field and in an analysed one; which it is depends on the index' template.
    private static JsonObject Search(string service, DateTimeOffset from, DateTimeOffset to, int size) => new()
    {
        ["size"] = size,
        ["sort"] = new JsonArray(new JsonObject { [LogFields.Timestamp] = new JsonObject { ["order"] = "desc" } }),
        ["query"] = new JsonObject
        {
            ["bool"] = new JsonObject
            {
                ["filter"] = new JsonArray(
                    new JsonObject { ["match_phrase"] = new JsonObject { [LogFields.Service] = service } },
                    new JsonObject
                    {
                        ["range"] = new JsonObject
                        {
                            [LogFields.Timestamp] = new JsonObject { ["gte"] = from.UtcDateTime.ToString("O"), ["lte"] = to.UtcDateTime.ToString("O") },
                        },
                    }),
            },
        },
    };

    private static JsonArray Filters(JsonObject query) => query["query"]!["bool"]!["filter"]!.AsArray();

    private static JsonObject ErrorLevel() => AnyOf(LogFields.Level, _errorLevels);

    private static JsonObject AnyOf(string field, string[] phrases) => new()
    {
        ["bool"] = new JsonObject
        {
            ["should"] = new JsonArray([.. phrases.Select(JsonNode (phrase) => new JsonObject { ["match_phrase"] = new JsonObject { [field] = phrase } })]),
            ["minimum_should_match"] = 1,
        },
    };
}
