using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>
/// The append-only file: every changing command, in the form in which clients send them. Commands are appended to a buffer under the
/// server's gate; whoever is about to send the reply writes the buffer out first, for everybody who appended until then.
/// </summary>
internal sealed partial class AppendLog(RedisServer server, AppendFile file, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    // Under the gate.
    private ReplyBuffer _pending = new();
    private List<byte[][]>? _group;
    private int _selected = -1;
    private long _appended;

    // By whoever holds _writing.
    private ReplyBuffer _unwritten = new();
    private long _written;
    private long _safe;
    private long _sizeAfterRewrite = file.Length;

    /// <summary>Why the last write failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    public long Size => file.Length;

    public long LastRewriteAt { get; private set; }

    /// <summary>CONFIG SET appendfsync changes it.</summary>
    public FsyncPolicy Policy { get; set; } = server.Settings.Fsync;

    private long Reached => Policy == FsyncPolicy.Always ? Volatile.Read(ref _safe) : Volatile.Read(ref _written);

    /// <summary>What is appended until <see cref="EndGroup"/> is replayed together or not at all.</summary>
    public void BeginGroup() => _group = [];

    public long EndGroup()
    {
        var group = _group!;
        _group = null;
        return Append(-1, group);
    }

    /// <summary>Adds commands and returns the position that <see cref="EnsureAsync"/> waits for. Several are replayed together or not at all.</summary>
    public long Append(int database, IReadOnlyList<byte[][]> commands)
    {
        if (commands.Count == 0)
            return _appended;
        var before = _pending.Length;
        if (_group is not null)
        {
            Select(database, _group.Add);
            _group.AddRange(commands);
            return _appended;
        }

        if (database >= 0)
            Select(database, _pending.Bulks);
        if (commands.Count > 1)
            _pending.Bulks(["MULTI"u8.ToArray()]);
        foreach (var command in commands)
            _pending.Bulks(command);
        if (commands.Count > 1)
            _pending.Bulks(["EXEC"u8.ToArray()]);
        return _appended += _pending.Length - before;
    }

    /// <summary>Returns when everything up to the position is as safe as the policy promises.</summary>
    /// <exception cref="IOException">With <c>always</c>: the disk refused.</exception>
    public async ValueTask EnsureAsync(long position)
    {
        if (Reached >= position)
            return;
        await _writing.WaitAsync();
        try
        {
            if (Reached < position)
                WriteOut(Policy == FsyncPolicy.Always);
        }
        catch (IOException exception)
        {
            NoteFailure(exception);
            if (Policy == FsyncPolicy.Always)
                throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Once a second: what is left to write, to force to the disk, to try again after a failure.</summary>
    public async Task TickAsync()
    {
        await _writing.WaitAsync();
        try
        {
            WriteOut(Policy != FsyncPolicy.Never);
            if (file.Length > server.Settings.RewriteMinBytes && file.Length > 2 * _sizeAfterRewrite)
                Rewrite();
        }
        catch (IOException exception)
        {
            NoteFailure(exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Replaces the file by the shortest one that gives the same data.</summary>
    public async Task RewriteAsync()
    {
        await _writing.WaitAsync();
        try
        {
            Rewrite();
        }
        catch (IOException exception)
        {
            NoteFailure(exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _writing.Wait();
        try
        {
            WriteOut(sync: true);
        }
        catch (IOException exception)
        {
            NoteFailure(exception);
        }

        file.Dispose();
        _writing.Dispose();
    }

    private void Select(int database, Action<byte[][]> add)
    {
        if (_selected == database)
            return;
        _selected = database;
        add(["SELECT"u8.ToArray(), Numbers.Format(database)]);
    }

    private void WriteOut(bool sync)
    {
        long end;
        do
        {
            lock (server.Gate)
            {
                // What an earlier attempt could not write goes first.
                end = _appended - _pending.Length;
                if (_unwritten.Length == 0)
                    (_unwritten, _pending, end) = (_pending, _unwritten, _appended);
            }

            file.Write(_unwritten.Written.Span);
            _unwritten.Clear();
            Volatile.Write(ref _written, end);
        }
        while (end < Volatile.Read(ref _appended) && Failure is not null);

        if (sync && _safe < end)
        {
            file.Sync();
            Volatile.Write(ref _safe, end);
        }

        if (Failure is null)
            return;
        Failure = null;
        WritesAgain(logger);
    }

    private void Rewrite()
    {
        var before = file.Length;
        WriteOut(sync: false);
        long end;
        using var replacement = file.BeginReplacement();
        lock (server.Gate)
        {
            Snapshot.Write(server, replacement.Stream);
            (_unwritten, _pending, end) = (_pending, _unwritten, _appended);
            _selected = -1;
        }

        replacement.Commit(); // When it fails, the old file goes on with what is in _unwritten.
        _unwritten.Clear();
        Volatile.Write(ref _written, end);
        Volatile.Write(ref _safe, end);
        _sizeAfterRewrite = file.Length;
        LastRewriteAt = server.Now;
        Rewritten(logger, before, file.Length);
    }

    private void NoteFailure(IOException exception)
    {
        if (Failure is null)
            WriteFailed(logger, exception.Message);
        Failure = exception.Message;
    }

    [LoggerMessage(3101, LogLevel.Error, "The append-only file could not be written: {Reason}. Writing commands are refused until it can; it is tried every second. Make room, or check the folder.")]
    private static partial void WriteFailed(ILogger logger, string reason);

    [LoggerMessage(3102, LogLevel.Information, "The append-only file can be written again.")]
    private static partial void WritesAgain(ILogger logger);

    [LoggerMessage(3103, LogLevel.Information, "The append-only file was rewritten: {Before} bytes before, {After} after.")]
    private static partial void Rewritten(ILogger logger, long before, long after);
}
