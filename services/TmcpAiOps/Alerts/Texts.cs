namespace Tmcp.AiOps.Alerts;

/// <summary>Bounds for what comes from outside.</summary>
internal static class Texts
{
    public const string CutMark = " … [cut]";

    /// <summary>Shortens a text to a length, the mark included, without tearing a character apart.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - CutMark.Length;
        if (end <= 0)
            return CutMark[..Math.Min(length, CutMark.Length)];
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + CutMark;
    }

    /// <summary>First line that says anything.</summary>
    public static string FirstLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                return line.Trim().ToString();
        }

        return "";
    }
}
