using System.Globalization;
using System.Text.Json.Nodes;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>Cuts what is too long.</summary>
internal static class Trimming
{
    private const char Ellipsis = '…';

    /// <summary>How far back a word's end is looked for: one word of that length more or less.</summary>
    private const int LongestWord = 40;

    /// <summary>Cuts one finding to size, and says so.</summary>
    public static string Apply(Finding finding)
    {
        if (finding is { Kind: FindingKind.ListTooLong, Value: JsonArray list })
        {
            var before = list.Count;
            list.RemoveRange(finding.Limit, before - finding.Limit);
            return $"{finding.Path} had {before} items and was cut to {finding.Limit}.";
        }

        var text = finding.Value!.GetValue<string>();
        finding.Value.ReplaceWith(AtWord(text, finding.Limit));
        return $"{finding.Path} had {text.Length} characters and was cut to {finding.Limit} at a word. Read its end before you use it.";
    }

    /// <summary>The beginning of a text with an ellipsis, ending with a whole word where there is one.</summary>
    /// <param name="text">What to cut.</param>
    /// <param name="most">Characters that the result may have, the ellipsis among them; 1 or more.</param>
    public static string AtWord(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var room = most - 1;
        var end = room;
        while (end > 0 && room - end < LongestWord && !char.IsWhiteSpace(text[end]))
            end--;
        if (end == 0 || !char.IsWhiteSpace(text[end]))
            end = LastWholeElement(text, room);
        return $"{text.AsSpan(0, end).TrimEnd()}{Ellipsis}";
    }

    // An emoji of several parts is cut as a whole or not at all.
    private static int LastWholeElement(string text, int room)
    {
        var end = 0;
        while (end < room)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > room)
                break;
            end = next;
        }

        return end;
    }
}
