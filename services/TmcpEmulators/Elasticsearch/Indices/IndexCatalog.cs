using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>All indexes. Readers and writers take turns by <see cref="Read"/> and <see cref="Write"/>.</summary>
internal sealed partial class IndexCatalog : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, SearchIndex> _indexes = new(StringComparer.Ordinal);
    private readonly ElasticsearchSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<IndexCatalog> _logger;

    public IndexCatalog(ElasticsearchSettings settings, TimeProvider clock, ILogger<IndexCatalog> logger)
    {
        (_settings, _clock, _logger) = (settings, clock, logger);
        Templates = new IndexTemplates(settings.DataFolder);
    }

    /// <summary>Unix milliseconds.</summary>
    public long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public IndexTemplates Templates { get; }

    public IReadOnlyDictionary<string, SearchIndex> All => _indexes;

    public T Read<T>(Func<IndexCatalog, T> use)
    {
        _lock.EnterReadLock();
        try
        {
            return use(this);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Runs a change; when it returns, what it wrote survives the process.</summary>
    public T Write<T>(Func<IndexCatalog, T> change)
    {
        _lock.EnterWriteLock();
        try
        {
            return change(this);
        }
        finally
        {
            foreach (var index in _indexes.Values)
                index.Flush();
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Brings back what the data folder holds.</summary>
    public void Load()
    {
        Templates.Load();
        if (_settings.DataFolder is null)
            return;
        foreach (var path in IndexFolder.All(Root))
        {
            var folder = new IndexFolder(path);
            var index = new SearchIndex(folder.ReadDescription(), _settings.SegmentBytes, folder);
            index.Load();
            _indexes.Add(index.Name, index);
            Loaded(index.Name, index.Count);
        }
    }

    public List<SearchIndex> Resolve(string? expression, bool ignoreUnavailable = false, bool allowNone = true) =>
        IndexNames.Resolve(_indexes, expression, ignoreUnavailable, allowNone);

    public SearchIndex Create(string name, JsonObject? mappings = null)
    {
        IndexNames.Check(name);
        if (_indexes.TryGetValue(name, out var existing))
            throw new ElasticsearchError(400, "resource_already_exists_exception", $"index [{name}/{existing.Description.Uuid}] already exists") { Index = name };
        var uuid = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        var description = new IndexDescription(name, uuid, Now, Templates.MappingsFor(name));
        var folder = _settings.DataFolder is null ? null : new IndexFolder(Path.Combine(Root, name));
        var index = new SearchIndex(description, _settings.SegmentBytes, folder);
        if (mappings is not null)
            index.Fields.Declare(mappings);
        folder?.Describe(description with { Mappings = index.Fields.ToJson() });
        return _indexes[name] = index;
    }

    /// <summary>The index to write to, made when there is none.</summary>
    public SearchIndex GetOrCreate(string name) => _indexes.TryGetValue(name, out var index) ? index : Create(name);

    public void Remove(SearchIndex index)
    {
        _indexes.Remove(index.Name);
        index.Remove();
    }

    /// <summary>Drops what is too old, and the oldest while there is too much.</summary>
    public void Trim()
    {
        var oldest = Now - (long)_settings.MaxAge.TotalMilliseconds;
        var total = _indexes.Values.Sum(index => index.Bytes);
        var segments = _indexes.Values.SelectMany(index => index.Segments.Select(segment => (Index: index, Segment: segment))).OrderBy(item => item.Segment.StartedAt).ToList();
        foreach (var (index, segment) in segments)
        {
            var isOld = segment.LastWrittenAt < oldest;
            if (!isOld && total <= _settings.MaxBytes)
                continue;
            total -= segment.Bytes;
            index.Drop(segment);
            Dropped(index.Name, segment.Number, segment.Documents.Count, isOld ? "too old" : "more data than allowed");
            if (index.Segments.Count == 0 && isOld)
                Remove(index);
        }
    }

    public void Dispose() => _lock.Dispose();

    private string Root => Path.Combine(_settings.DataFolder!, "indices");

    [LoggerMessage(3201, LogLevel.Information, "Index {Index} loaded with {Documents} documents.")]
    private partial void Loaded(string index, int documents);

    [LoggerMessage(3202, LogLevel.Information, "Segment {Segment} of index {Index} dropped with {Documents} documents: {Reason}. Give --max-bytes or --max-age-days to keep more.")]
    private partial void Dropped(string index, int segment, int documents, string reason);
}
