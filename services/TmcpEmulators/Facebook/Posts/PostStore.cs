using System.Threading.Channels;

namespace TmcpEmulators.Facebook.Posts;

/// <summary>The newest posts of all pages, in the order of their arrival, with their pictures. Thread-safe.</summary>
internal sealed class PostStore(FacebookSettings settings, TimeProvider clock, PostFolder? folder = null)
{
    // A page that does not read is left behind rather than waited for; it loads again when it comes back.
    private const int EventsPerListener = 256;
    // Without a folder pictures are in memory: 20 of them have 80 MB at most.
    private const int PicturesInMemory = 20;

    private readonly Lock _gate = new();
    private readonly List<Post> _posts = [];
    private readonly List<(string Id, Picture Picture)> _pictures = [];
    private readonly HashSet<Channel<PostEvent>> _listeners = [];
    private long _lastId;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Post> All
    {
        get
        {
            lock (_gate)
                return [.. _posts];
        }
    }

    /// <summary>Brings back what an earlier run kept.</summary>
    public void Load()
    {
        if (folder is null)
            return;
        lock (_gate)
        {
            foreach (var change in folder.Read())
                Apply(change);
            folder.Rewrite(_posts);
        }
    }

    /// <summary>Makes a post with an id of its own and keeps it.</summary>
    public Post Add(string page, Func<Post, Post> complete, Picture? picture = null)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var post = complete(new Post($"{page}_{NextId(now)}", page, "", now));
            if (picture is not null)
            {
                var photo = $"{NextId(now)}";
                Keep(photo, picture);
                post = post with { PhotoId = photo, Picture = $"pictures/{photo}" };
            }

            Publish(new PostEvent("created", post.Id, post));
            return post;
        }
    }

    public Post? Find(string id)
    {
        lock (_gate)
            return _posts.Find(post => post.Id == id || post.PhotoId == id);
    }

    public Post? Edit(string id, string message)
    {
        lock (_gate)
        {
            if (_posts.Find(post => post.Id == id) is not { } found)
                return null;
            var post = found with { Message = message, UpdatedTime = clock.GetUtcNow() };
            Publish(new PostEvent("edited", id, post));
            return post;
        }
    }

    public bool Delete(string id)
    {
        lock (_gate)
        {
            var found = _posts.Exists(post => post.Id == id);
            if (found)
                Publish(new PostEvent("deleted", id));
            return found;
        }
    }

    public void Clear()
    {
        lock (_gate)
            Publish(new PostEvent("cleared"));
    }

    public Picture? FindPicture(string id)
    {
        lock (_gate)
            return folder is null ? _pictures.Find(entry => entry.Id == id).Picture : folder.ReadPicture(id);
    }

    /// <summary>Hears of everything from now on. Dispose to stop.</summary>
    public IDisposable Listen(out ChannelReader<PostEvent> events)
    {
        var channel = Channel.CreateBounded<PostEvent>(new BoundedChannelOptions(EventsPerListener) { FullMode = BoundedChannelFullMode.DropOldest });
        events = channel.Reader;
        lock (_gate)
            _listeners.Add(channel);
        return new Listener(this, channel);
    }

    private long NextId(DateTimeOffset now) => _lastId = Math.Max(_lastId + 1, now.ToUnixTimeMilliseconds());

    private void Keep(string id, Picture picture)
    {
        if (folder is not null)
        {
            folder.WritePicture(id, picture);
            return;
        }

        _pictures.Add((id, picture));
        if (_pictures.Count > PicturesInMemory)
            _pictures.RemoveAt(0);
    }

    private void Publish(PostEvent change)
    {
        Apply(change);
        if (folder?.Append(change) > 4 * settings.MaxPosts)
            folder.Rewrite(_posts);
        foreach (var listener in _listeners)
            listener.Writer.TryWrite(change);
    }

    private void Apply(PostEvent change)
    {
        var at = _posts.FindIndex(post => post.Id == change.Id);
        switch (change.Kind)
        {
            case "created" or "edited" when change.Post is { } post:
                if (at >= 0)
                    _posts[at] = post;
                else
                    _posts.Add(post);
                foreach (var id in (string?[])[post.Id.Split('_')[^1], post.PhotoId])
                    _lastId = Math.Max(_lastId, long.TryParse(id, out var number) ? number : 0);
                if (_posts.Count > settings.MaxPosts)
                    Remove(0);
                break;
            case "deleted" when at >= 0:
                Remove(at);
                break;
            case "cleared":
                while (_posts.Count > 0)
                    Remove(_posts.Count - 1);
                break;
        }
    }

    private void Remove(int at)
    {
        if (_posts[at].PhotoId is { } photo)
        {
            _pictures.RemoveAll(entry => entry.Id == photo);
            folder?.DeletePicture(photo);
        }

        _posts.RemoveAt(at);
    }

    private sealed class Listener(PostStore store, Channel<PostEvent> channel) : IDisposable
    {
        public void Dispose()
        {
            lock (store._gate)
                store._listeners.Remove(channel);
        }
    }
}
