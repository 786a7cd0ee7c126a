namespace Tmcp.Bridge.Transport;

/// <summary>Writes through to a response and, between two events, comments that keep a quiet connection open.</summary>
internal sealed class KeepAliveStream(Stream inner, CancellationToken ended) : Stream
{
    private static readonly byte[] Comment = ": keep-alive\n\n"u8.ToArray();

    private readonly SemaphoreSlim _writing = new(1, 1);
    private bool _betweenEvents;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a comment unless an event is being written; tells when the connection turns out to be gone.</summary>
    public async void Beat(Action gone)
    {
        try
        {
            if (!_betweenEvents || !await _writing.WaitAsync(TimeSpan.Zero, CancellationToken.None))
                return;
            try
            {
                await inner.WriteAsync(Comment, ended);
                await inner.FlushAsync(ended);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception) // The edge of a timer: whatever it was, the connection cannot be written to any more.
        {
            End(gone);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
            if (!buffer.IsEmpty)
                _betweenEvents = buffer.Span.EndsWith("\n\n"u8);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await inner.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static void End(Action gone)
    {
        try
        {
            gone();
        }
        catch (ObjectDisposedException)
        {
            // The session has ended meanwhile.
        }
    }
}
