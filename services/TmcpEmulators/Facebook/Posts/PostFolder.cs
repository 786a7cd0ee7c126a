using System.Text.Json;

namespace TmcpEmulators.Facebook.Posts;

/// <summary>The posts on the disk: a line of JSON for each change, rewritten when there are many more lines than posts; a file for each picture.</summary>
internal sealed class PostFolder : IDisposable
{
    private readonly string _posts;
    private readonly string _pictures;
    private FileStream? _stream;
    private int _lines;

    public PostFolder(string folder)
    {
        _posts = Path.Combine(folder, "posts.jsonl");
        _pictures = Directory.CreateDirectory(Path.Combine(folder, "pictures")).FullName;
    }

    /// <summary>All changes; a last line that a crash cut short is left out.</summary>
    public IReadOnlyList<PostEvent> Read()
    {
        var changes = new List<PostEvent>();
        foreach (var line in File.Exists(_posts) ? File.ReadLines(_posts) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize(line, FacebookJson.Wire.PostEvent) is { } change)
                    changes.Add(change);
            }
            catch (JsonException)
            {
                break; // Nothing is written behind a broken line: it was the last one.
            }
        }

        return changes;
    }

    /// <summary>Writes a change and returns how many lines the file has.</summary>
    public int Append(PostEvent change)
    {
        _stream ??= new FileStream(_posts, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(change, FacebookJson.Wire.PostEvent), (byte)'\n']);
        return ++_lines;
    }

    public void Rewrite(IReadOnlyCollection<Post> posts)
    {
        _stream?.Dispose();
        _stream = null;
        File.WriteAllLines(_posts + ".tmp", posts.Select(post => JsonSerializer.Serialize(new PostEvent("created", post.Id, post), FacebookJson.Wire.PostEvent)));
        File.Move(_posts + ".tmp", _posts, overwrite: true);
        _lines = posts.Count;
    }

    public void WritePicture(string id, Picture picture) => File.WriteAllBytes(FileOf(id), picture.Content);

    public Picture? ReadPicture(string id) =>
        File.Exists(FileOf(id)) && File.ReadAllBytes(FileOf(id)) is var content && Picture.TypeOf(content) is { } type ? new Picture(content, type) : null;

    public void DeletePicture(string id) => File.Delete(FileOf(id));

    public void Dispose() => _stream?.Dispose();

    // Ids are the store's own numbers; one from an address may be anything.
    private string FileOf(string id) => Path.Combine(_pictures, id.All(char.IsAsciiDigit) ? id : "-");
}
