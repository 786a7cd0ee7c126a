using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>
/// An index on the disk: its description, and one file for each segment. A document takes two lines, as in a bulk request:
/// <c>{"i":"id","v":1,"q":0}</c> and its source; a deletion takes one, <c>{"d":"id","q":1}</c>.
/// </summary>
internal sealed class IndexFolder(string path)
{
    private const string DescriptionFile = "index.json";
    private FileStream? _stream;
    private int _streamSegment;

    public static IEnumerable<string> All(string root) =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root).Where(folder => File.Exists(Path.Combine(folder, DescriptionFile))) : [];

    public IndexDescription ReadDescription() => IndexDescription.FromJson(JsonNode.Parse(File.ReadAllBytes(Path.Combine(path, DescriptionFile)))!);

    public void Describe(IndexDescription description)
    {
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, DescriptionFile);
        File.WriteAllText(file + ".tmp", description.ToJson().ToJsonString());
        File.Move(file + ".tmp", file, overwrite: true);
    }

    public IReadOnlyList<int> Segments() =>
        [.. Directory.EnumerateFiles(path, "*.jsonl").Select(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture)).Order()];

    public void Append(Segment segment, Document document)
    {
        var header = new JsonObject { ["i"] = document.Id, ["v"] = document.Version, ["q"] = document.SequenceNumber };
        Write(segment.Number, header, document.Source);
    }

    public void Delete(Segment segment, string id, long sequence) => Write(segment.Number, new JsonObject { ["d"] = id, ["q"] = sequence }, null);

    /// <summary>The records of a segment and when it was written. What a crash cut short at the end is taken off.</summary>
    public (List<StoredRecord> Records, long WrittenAt) Read(int segment)
    {
        var file = FileOf(segment);
        var records = new List<StoredRecord>();
        var bytes = File.ReadAllBytes(file);
        var writtenAt = new DateTimeOffset(File.GetLastWriteTimeUtc(file)).ToUnixTimeMilliseconds();
        var (at, whole) = (0, 0);
        while (TryLine(bytes, ref at, out var header) && TryParse(header) is { } fields)
        {
            if ((string?)fields["d"] is { } deleted)
                records.Add(new StoredRecord(deleted, 0, (long)fields["q"]!, null));
            else if (TryLine(bytes, ref at, out var source))
                records.Add(new StoredRecord((string)fields["i"]!, (long)fields["v"]!, (long)fields["q"]!, source.ToArray()));
            else
                break;
            whole = at;
        }

        if (whole < bytes.Length)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
            stream.SetLength(whole);
        }

        return (records, writtenAt);
    }

    /// <summary>Hands everything to the operating system: from then on a killed process loses nothing.</summary>
    public void Flush()
    {
        _stream?.Dispose();
        _stream = null;
    }

    public void Drop(int segment)
    {
        Flush();
        File.Delete(FileOf(segment));
    }

    public void Remove()
    {
        Flush();
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    private static JsonNode? TryParse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryLine(byte[] bytes, ref int at, out ReadOnlySpan<byte> line)
    {
        var length = bytes.AsSpan(at).IndexOf((byte)'\n');
        line = length < 0 ? default : bytes.AsSpan(at, length);
        at += length + 1;
        return length >= 0;
    }

    private void Write(int segment, JsonObject header, byte[]? source)
    {
        if (_streamSegment != segment)
            Flush();
        _stream ??= new FileStream(FileOf(segment), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        _streamSegment = segment;
        _stream.Write(Encoding.UTF8.GetBytes(header.ToJsonString()));
        _stream.WriteByte((byte)'\n');
        if (source is null)
            return;
        _stream.Write(source);
        _stream.WriteByte((byte)'\n');
    }

    private string FileOf(int segment) => Path.Combine(path, segment.ToString("D8", CultureInfo.InvariantCulture) + ".jsonl");
}
