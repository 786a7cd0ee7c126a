using TmcpEmulators.Elasticsearch.Documents;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>Documents that were written one after the other; the unit in which old ones go.</summary>
internal sealed class Segment(int number, long startedAt)
{
    public int Number { get; } = number;

    /// <summary>Unix milliseconds.</summary>
    public long StartedAt { get; } = startedAt;

    public long LastWrittenAt { get; private set; } = startedAt;

    public List<Document> Documents { get; } = [];

    /// <summary>Of the sources, those of replaced documents too.</summary>
    public long Bytes { get; private set; }

    public long MinTime { get; private set; } = long.MaxValue;

    public long MaxTime { get; private set; } = long.MinValue;

    public void Add(Document document, long now)
    {
        Documents.Add(document);
        Bytes += document.Source.Length;
        LastWrittenAt = now;
        MinTime = Math.Min(MinTime, document.Time);
        MaxTime = Math.Max(MaxTime, document.Time);
    }

    /// <summary>No document here can lie in the range.</summary>
    public bool IsOutside(long from, long to) => MaxTime < from || MinTime > to;
}
