using System.Collections.Frozen;
using System.Text;

namespace TmcpEmulators.Ollama.Rules.Texts;

/// <summary>
/// Vietnamese letters: composing them, and taking their marks off. Written out here because with invariant globalization
/// <see cref="string.Normalize()"/> leaves text as it is.
/// </summary>
internal static class Diacritics
{
    // One row a letter; columns: none, grave, acute, hook above, tilde, dot below.
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private const string Plain = "aaaeeiooouuy";
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    // Row, mark (breve, circumflex, horn), row of the letter with that mark.
    private static readonly (int Row, char Mark, int Marked)[] Shapes =
    [
        (0, '\u0306', 1), (0, '\u0302', 2), (3, '\u0302', 4), (6, '\u0302', 7), (6, '\u031B', 8), (9, '\u031B', 10),
    ];

    private static readonly FrozenDictionary<char, (int Row, int Tone)> Letters = (
        from row in Enumerable.Range(0, Rows.Length)
        from tone in Enumerable.Range(0, Rows[row].Length)
        select (Letter: Rows[row][tone], Place: (row, tone))).ToFrozenDictionary(entry => entry.Letter, entry => entry.Place);

    /// <summary>Joins letters and the combining marks after them, as NFC does for Vietnamese. Other text stays.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(IsMark))
            return text;

        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsMark(character) && composed.Length > 0 && WithMark(composed[^1], character) is { } letter)
                composed[^1] = letter;
            else
                composed.Append(character);
        }

        return composed.ToString();
    }

    /// <summary>The letter without marks: <c>ế</c> is <c>e</c>, <c>đ</c> is <c>d</c>. Expects lower case.</summary>
    public static char Fold(char character) =>
        character == 'đ' ? 'd' : Letters.TryGetValue(character, out var place) ? Plain[place.Row] : character;

    /// <summary>True for a letter that only Vietnamese text has; <c>é</c> or <c>ô</c> may be French.</summary>
    public static bool IsVietnamese(char character) =>
        character == 'đ' || (Letters.TryGetValue(character, out var place)
            && (place.Row is 1 or 8 or 10 || place.Tone is 3 or 5 || (place.Row is 2 or 4 or 7 && place.Tone > 0)));

    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static char? WithMark(char letter, char mark)
    {
        var lower = char.ToLowerInvariant(letter);
        if (!Letters.TryGetValue(lower, out var place))
            return null;

        var tone = Tones.IndexOf(mark, StringComparison.Ordinal);
        var row = tone >= 0
            ? place.Row
            : Array.Find(Shapes, shape => shape.Row == place.Row && shape.Mark == mark) is { Marked: > 0 } found ? found.Marked : -1;
        if (row < 0)
            return null;
        var marked = Rows[row][tone >= 0 ? tone + 1 : place.Tone];
        return lower == letter ? marked : char.ToUpperInvariant(marked);
    }
}
