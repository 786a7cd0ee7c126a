using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>One index. Whoever uses it holds the catalog's lock.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, Document> _byId = new(StringComparer.Ordinal);
    private readonly DocumentReader _reader;
    private readonly IndexFolder? _folder;
    private readonly long _segmentBytes;
    private long _lastSequence = -1;

    public SearchIndex(IndexDescription description, long segmentBytes, IndexFolder? folder)
    {
        (Description, _segmentBytes, _folder) = (description, segmentBytes, folder);
        _reader = new DocumentReader(Fields);
        Fields.Declare(description.Mappings);
    }

    public IndexDescription Description { get; }

    public string Name => Description.Name;

    public FieldTable Fields { get; } = new();

    public List<Segment> Segments { get; } = [];

    public int Count => _byId.Count;

    public long Bytes => Segments.Sum(segment => segment.Bytes);

    /// <summary>Documents that were replaced or deleted and still lie in a segment.</summary>
    public int GoneCount => Segments.Sum(segment => segment.Documents.Count) - Count;

    public Document? Find(string id) => _byId.GetValueOrDefault(id);

    public WriteResult Put(string id, byte[] source, WriteCondition condition, long now)
    {
        var old = Find(id);
        if (old is not null && condition.OnlyCreate)
            throw Conflict(id, $"document already exists (current version [{old.Version}])");
        CheckSequence(id, old, condition);
        var document = _reader.Read(id, source, (old?.Version ?? 0) + 1, ++_lastSequence);
        Add(document, now);
        return new WriteResult(Name, id, document.Version, old is null ? "created" : "updated", document.SequenceNumber);
    }

    public WriteResult Delete(string id, WriteCondition condition, long now)
    {
        var old = Find(id);
        CheckSequence(id, old, condition);
        var sequence = ++_lastSequence;
        if (old is null)
            return new WriteResult(Name, id, 1, "not_found", sequence);
        old.IsGone = true;
        _byId.Remove(id);
        _folder?.Delete(Writable(now), id, sequence);
        return new WriteResult(Name, id, old.Version + 1, "deleted", sequence);
    }

    /// <summary>Merges a mapping in, and keeps it for the next start.</summary>
    public void Declare(JsonNode mappings)
    {
        Fields.Declare(mappings);
        _folder?.Describe(Description with { Mappings = Fields.ToJson() });
    }

    /// <summary>Takes a segment away, with its documents.</summary>
    public void Drop(Segment segment)
    {
        foreach (var document in segment.Documents.Where(document => !document.IsGone))
            _byId.Remove(document.Id);
        Segments.Remove(segment);
        _folder?.Drop(segment.Number);
    }

    public void Flush() => _folder?.Flush();

    public void Remove() => _folder?.Remove();

    /// <summary>Brings back what the folder holds.</summary>
    public void Load()
    {
        foreach (var number in _folder!.Segments())
        {
            var (records, writtenAt) = _folder.Read(number);
            Segments.Add(new Segment(number, writtenAt));
            foreach (var record in records)
                Load(record, writtenAt);
        }
    }

    private static ElasticsearchError Conflict(string id, string reason) => new(409, "version_conflict_engine_exception", $"[{id}]: version conflict, {reason}");

    private static void CheckSequence(string id, Document? old, WriteCondition condition)
    {
        if (condition.IfSequenceNumber is { } wanted && old?.SequenceNumber != wanted)
            throw Conflict(id, $"required seqNo [{wanted}], primary term [1]. {(old is null ? "but no document was found" : $"current document has seqNo [{old.SequenceNumber}] and primary term [1]")}");
    }

    private void Load(StoredRecord record, long writtenAt)
    {
        _lastSequence = Math.Max(_lastSequence, record.SequenceNumber);
        if (record.Source is not null)
            Insert(Segments[^1], _reader.Read(record.Id, record.Source, record.Version, record.SequenceNumber), writtenAt);
        else if (_byId.Remove(record.Id, out var deleted))
            deleted.IsGone = true;
    }

    private void Add(Document document, long now)
    {
        var segment = Writable(now);
        Insert(segment, document, now);
        _folder?.Append(segment, document);
    }

    private void Insert(Segment segment, Document document, long now)
    {
        segment.Add(document, now);
        if (_byId.TryGetValue(document.Id, out var old))
            old.IsGone = true;
        _byId[document.Id] = document;
    }

    private Segment Writable(long now)
    {
        if (Segments.Count == 0 || Segments[^1].Bytes >= _segmentBytes)
        {
            _folder?.Flush();
            Segments.Add(new Segment(Segments.Count == 0 ? 1 : Segments[^1].Number + 1, now));
        }

        return Segments[^1];
    }
}
