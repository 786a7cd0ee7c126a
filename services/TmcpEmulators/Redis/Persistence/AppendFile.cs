using Microsoft.Win32.SafeHandles;

namespace TmcpEmulators.Redis.Persistence;

/// <summary>The file on the disk. A write that fails half-way is written again from its beginning.</summary>
internal sealed class AppendFile : IDisposable
{
    public const string Name = "appendonly.aof";
    private readonly FileStream _lock;
    private SafeFileHandle _handle;

    private AppendFile(string path, FileStream @lock)
    {
        (Path, _lock, _handle) = (path, @lock, OpenHandle(path, FileMode.OpenOrCreate));
        Length = RandomAccess.GetLength(_handle);
    }

    public string Path { get; }

    /// <summary>Bytes that were written whole.</summary>
    public long Length { get; private set; }

    /// <summary>Opens or makes the file. Nobody else may write it while it is open.</summary>
    /// <exception cref="IOException">Another emulator has it.</exception>
    public static AppendFile Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, Name);
        // A file of its own, because the other one is replaced by each rewrite.
        var @lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path + ".tmp"); // of a rewrite that was cut short
        return new AppendFile(path, @lock);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        RandomAccess.Write(_handle, bytes, Length);
        Length += bytes.Length;
    }

    public void Sync() => RandomAccess.FlushToDisk(_handle);

    /// <summary>Cuts off what a crash left behind.</summary>
    public void Truncate(long length)
    {
        RandomAccess.SetLength(_handle, length);
        Length = length;
    }

    public Replacement BeginReplacement() => new(this);

    public void Dispose()
    {
        _handle.Dispose();
        _lock.Dispose();
    }

    private static SafeFileHandle OpenHandle(string path, FileMode mode) => File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    /// <summary>A new file that takes the old one's place when it is complete.</summary>
    internal sealed class Replacement(AppendFile file) : IDisposable
    {
        private readonly string _path = file.Path + ".tmp";

        public FileStream Stream { get; } = new(file.Path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 256 * 1024);

        public void Commit()
        {
            Stream.Flush(flushToDisk: true);
            Stream.Dispose();
            var handle = OpenHandle(_path, FileMode.Open);
            File.Move(_path, file.Path, overwrite: true);
            file._handle.Dispose();
            (file._handle, file.Length) = (handle, RandomAccess.GetLength(handle));
        }

        public void Dispose()
        {
            Stream.Dispose();
            File.Delete(_path);
        }
    }
}
