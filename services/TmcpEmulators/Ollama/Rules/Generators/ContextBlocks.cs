using System.Text;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Takes the records out of a prompt: <c>&lt;context name="brand"&gt;</c> JSON <c>&lt;/context&gt;</c>.</summary>
internal static class ContextBlocks
{
    private const string Open = "<context name=\"";
    private const string Close = "</context>";
    private const int MostEnds = 20;
    private const int MostBlocks = 50;

    /// <summary>The blocks by name, and the text around them.</summary>
    public static (IReadOnlyDictionary<string, JsonNode> Blocks, string Around) Read(string text)
    {
        var blocks = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        var rest = new StringBuilder();
        var position = 0;
        for (var count = 0; count < MostBlocks; count++)
        {
            var start = text.IndexOf(Open, position, StringComparison.OrdinalIgnoreCase);
            var body = start < 0 ? -1 : text.IndexOf('>', start);
            var quote = start < 0 ? -1 : text.IndexOf('"', start + Open.Length);
            if (body < 0 || quote < 0 || quote > body)
                break;
            var (node, end) = Body(text, body + 1);
            rest.Append(text, position, start - position).Append('\n');
            blocks.TryAdd(text[(start + Open.Length)..quote], node);
            position = end;
        }

        return (blocks, rest.Append(text, position, text.Length - position).ToString());
    }

    // A record may hold the closing tag in one of its texts: the block ends where the JSON before it is whole.
    private static (JsonNode Node, int End) Body(string text, int start)
    {
        var first = -1;
        var end = start;
        for (var count = 0; count < MostEnds; count++)
        {
            end = text.IndexOf(Close, end, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                break;
            first = first < 0 ? end : first;
            if (JsonText.TryParse(text[start..end]) is { } node)
                return (node, end + Close.Length);
            end += Close.Length;
        }

        var stop = first < 0 ? text.Length : first;
        return (JsonValue.Create(text[start..stop].Trim()), Math.Min(text.Length, stop + (first < 0 ? 0 : Close.Length)));
    }
}
