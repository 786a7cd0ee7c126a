using TmcpEmulators.Ollama.Rules.Texts;
using TmcpEmulators.Ollama.Rules.Values;

namespace TmcpEmulators.Ollama.Rules.Intents;

/// <summary>Finds names in a message: in quotes, after "called", or as the words that follow a noun.</summary>
internal static class NameFinder
{
    private const int MaxNames = 12;

    private static readonly PhraseTable<bool> Markers = new PhraseTable<bool>()
        .Add(meaning: true, "called|named|titled|with the name|with name|whose name is|with title|with the title|name is|name:|title:|tên là|có tên|có tên là|với tên|với tên là|đặt tên là|đặt tên|gọi là|mang tên|tựa đề|tiêu đề là|tên:|tên");

    // A name without quotes ends where one of these begins.
    private static readonly PhraseTable<bool> Ends = new PhraseTable<bool>()
        .Add(meaning: true, "with|for|in|of|from|to|and|that|which|has|having|whose|on|by|at|as|under|starting|starts|ending|set|status|budget|please|is|are|was|where|using|now|into|its|then|với|cho|trong|thuộc|của|từ|đến|có|và|là|thành|sang|ở|vào|bắt đầu|kết thúc|ngân sách|trạng thái|loại|giúp|nhé|nha|đi|ạ|hộ|được không|này|đó|nữa|tên|bằng|lên|xuống|rồi|đang");

    // Words after a noun that do not begin a name.
    private static readonly PhraseTable<bool> NoNames = new PhraseTable<bool>()
        .Add(meaning: true, "do|does|did|we|i|you|they|have|there|exist|exists|record|records|data|entry|entries|items|list|or|not|if|can|will|should|today|tomorrow|details|detail|id|nào|gì|hiện|mới|tôi|đã|không|hôm nay|sắp|tới|hiện tại|hiện có|bạn|mà|thì|cũng|nhất|khác|chi tiết|một|cái|called|named");

    /// <summary>Names after "called", "named", "tên là", …: they count wherever they stand.</summary>
    public static IReadOnlyList<(Span Span, string Name)> AfterMarkers(Utterance utterance, IReadOnlyList<Span> used)
    {
        var names = new List<(Span, string)>();
        foreach (var marker in Markers.FindAll(utterance).Where(marker => !used.Any(span => span.Overlaps(marker.Span))).Take(MaxNames))
        {
            if (At(utterance, marker.Span.End, anyCase: true) is { } name)
                names.Add((new Span(marker.Span.Start, name.Span.End), name.Name));
        }

        return names;
    }

    /// <summary>The name that begins at a position, quoted or not.</summary>
    /// <param name="utterance">The message.</param>
    /// <param name="position">Where to look.</param>
    /// <param name="anyCase">False: without quotes, only a word that begins with a capital or a digit starts a name.</param>
    public static (Span Span, string Name)? At(Utterance utterance, int position, bool anyCase)
    {
        position = utterance.SkipBlanks(position);
        if (utterance.Quotes.FirstOrDefault(quote => quote.Span.Start == position) is { Value.Length: > 0 } quoted)
            return (quoted.Span, quoted.Value);
        if (position >= utterance.Text.Length || !char.IsLetterOrDigit(utterance.Text[position]))
            return null;
        if (!anyCase && !char.IsUpper(utterance.Text[position]) && !char.IsDigit(utterance.Text[position]))
            return null;

        var stops = Ends.FindAll(utterance).Concat(NoNames.FindAll(utterance)).Where(stop => stop.Span.Start >= position).ToList();
        if (stops.Exists(stop => stop.Span.Start == position))
            return null;

        // "Open day 2026-12-01": a date behind a name is no part of it; one at its beginning is.
        var dates = DateReader.FindAll(utterance, DateOnly.MinValue).Select(date => date.Span.Start).Where(start => start > position);
        var limit = stops.Where(stop => Ends.Contains(stop.Phrase)).Select(stop => stop.Span.Start).Concat(dates).DefaultIfEmpty(utterance.Text.Length).Min();
        var end = position;
        while (end < limit && end - position < 200 && !IsBreak(utterance, end))
            end++;
        var span = new Span(position, end);
        var name = utterance[span].Trim();
        return name.Length == 0 ? null : (span with { End = position + utterance[span].TrimEnd().Length }, name);
    }

    private static bool IsBreak(Utterance utterance, int position) =>
        utterance.Text[position] is ',' or ';' or ':' or '?' or '!' or '\n' or '(' or ')' or '"' or '“' or '«'
        || (utterance.Text[position] == '.' && (position + 1 == utterance.Text.Length || char.IsWhiteSpace(utterance.Text[position + 1])));
}
