using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tmcp.Agent.Validation;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>Finds the JSON in a model's answer: the whole text, a fenced block, or what stands between the outermost braces or brackets.</summary>
internal static partial class JsonExtraction
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>An object or a list; null when there is none.</summary>
    public static JsonNode? Find(string answer)
    {
        var spoken = Thoughts().Replace(answer, "").Trim();
        return Candidates(spoken).Select(Parse).FirstOrDefault(node => node is not null);
    }

    private static IEnumerable<string> Candidates(string text)
    {
        yield return text;
        if (Fence().Match(text) is { Success: true } fence)
            yield return fence.Groups["json"].Value;

        // Whichever opens first is the outer one: [{"a":1}] in prose is a list.
        var (brace, bracket) = (text.IndexOf('{', StringComparison.Ordinal), text.IndexOf('[', StringComparison.Ordinal));
        var braces = Between(text, brace, '}');
        var brackets = Between(text, bracket, ']');
        var listFirst = bracket >= 0 && (brace < 0 || bracket < brace);
        yield return listFirst ? brackets : braces;
        yield return listFirst ? braces : brackets;
    }

    private static string Between(string text, int from, char end)
    {
        var to = text.LastIndexOf(end);
        return from >= 0 && to > from ? text[from..(to + 1)] : "";
    }

    private static JsonNode? Parse(string text)
    {
        if (text is not ['{' or '[', ..])
            return null;

        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            if (!JsonText.IsWritable(document.RootElement))
                return null;

            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object ? JsonObject.Create(root) : JsonArray.Create(root);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Models that reason aloud write drafts before they answer.
    [GeneratedRegex("<think>.*?(</think>|$)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Thoughts();

    [GeneratedRegex("```(json)?\\s*(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
