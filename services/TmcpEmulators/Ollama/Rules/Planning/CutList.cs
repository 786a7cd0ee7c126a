using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Ollama.Rules.Planning;

/// <summary>Reads a list that somebody cut off in the middle, as far as its records are whole.</summary>
internal static class CutList
{
    /// <summary>The whole records; null when there is none.</summary>
    public static IReadOnlyList<JsonObject>? Read(string text)
    {
        var position = text.IndexOf("\"items\"", StringComparison.Ordinal);
        position = position < 0 ? -1 : text.IndexOf('[', position);
        var records = new List<JsonObject>();
        while (position >= 0 && (position = text.IndexOf('{', position)) >= 0)
        {
            var end = JsonText.EndOfObject(text, position);
            if (end < 0 || JsonText.TryParse(text[position..end]) is not JsonObject record)
                break;
            records.Add(record);
            position = end;
        }

        return records.Count > 0 ? records : null;
    }
}
