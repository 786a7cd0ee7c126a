using System.Buffers;

namespace Tmcp.Bridge.PocketBase;

/// <summary>Status and body of one answer. The body lies in a pooled array: dispose, and don't keep it.</summary>
internal sealed class PocketBaseAnswer(int status, byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    public int Status { get; } = status;

    public bool IsSuccess => Status is >= 200 and < 300;

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } returned)
            ArrayPool<byte>.Shared.Return(returned);
    }
}
