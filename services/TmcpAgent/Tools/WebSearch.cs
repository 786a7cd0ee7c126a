using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Settings;

namespace Tmcp.Agent.Tools;

/// <summary><c>duckduckgo_search</c>: short texts with sources, or a sentence saying why there are none.</summary>
internal sealed class WebSearch(IHttpClientFactory clients, SearchMemory memory, IOptions<SearchOptions> options)
{
    public const string HttpClientName = "search";

    private const int TextCharacters = 500;

    public bool Enabled => options.Value.Endpoint is not null;

    public async Task<string> FindAsync(string query, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint is not { } endpoint)
            return "Error: web search is switched off here. Use stored records and what you know, and say so.";

        try
        {
            if (await memory.FindAsync(query) is { } remembered)
                return remembered;

            using var client = clients.CreateClient(HttpClientName);
            var address = endpoint.Below($"?q={Uri.EscapeDataString(query)}&format=json&no_html=1&no_redirect=1&skip_disambig=1");
            await using var body = await client.GetStreamAsync(address, cancellationToken);
            var answer = await JsonSerializer.DeserializeAsync(body, SearchJson.Default.InstantAnswer, cancellationToken);
            var found = (answer?.List() ?? []).Take(options.Value.Results).ToList();
            if (found.Count == 0)
                return "Nothing was found.";

            var results = string.Join('\n', found.Select(Describe));
            await memory.KeepAsync(query, results);
            return results;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return $"Error: the search at {endpoint.Host} failed ({exception.GetType().Name}). Go on without it, and say so.";
        }
    }

    private static string Describe(InstantTopic topic)
    {
        var text = topic.Text!.Length <= TextCharacters ? topic.Text : $"{topic.Text[..TextCharacters]}...";
        return $"- {text} (source: {topic.FirstUrl})";
    }
}

/// <summary>Instant answer: <c>{"AbstractText":"...","AbstractURL":"...","RelatedTopics":[{"Text":"...","FirstURL":"..."},{"Name":"...","Topics":[...]}]}</c>.</summary>
internal sealed record InstantAnswer(
    string? AbstractText,
    [property: JsonPropertyName("AbstractURL")] string? AbstractUrl,
    IReadOnlyList<InstantTopic>? RelatedTopics)
{
    public IEnumerable<InstantTopic> List() =>
        new[] { new InstantTopic(AbstractText, AbstractUrl, null) }
            .Concat(RelatedTopics ?? [])
            .SelectMany(topic => topic.Topics ?? [topic])
            .Where(topic => !string.IsNullOrEmpty(topic.Text));
}

internal sealed record InstantTopic(
    string? Text,
    [property: JsonPropertyName("FirstURL")] string? FirstUrl,
    IReadOnlyList<InstantTopic>? Topics);

[JsonSerializable(typeof(InstantAnswer))]
internal sealed partial class SearchJson : JsonSerializerContext;
