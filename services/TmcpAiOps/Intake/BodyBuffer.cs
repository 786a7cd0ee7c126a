using System.Buffers;

namespace Tmcp.AiOps.Intake;

/// <summary>A request body in rented memory, never more of it than allowed.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    private BodyBuffer()
    {
    }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>The body, or null when it has more than <paramref name="most"/> bytes.</summary>
    public static async Task<BodyBuffer?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
            return null;
        var buffer = new BodyBuffer();
        try
        {
            while (true)
            {
                if (buffer._length == buffer._bytes.Length)
                    buffer.Grow();
                var read = await request.Body.ReadAsync(buffer._bytes.AsMemory(buffer._length), cancellationToken);
                if (read == 0)
                    return buffer;
                buffer._length += read;
                if (buffer._length <= most)
                    continue;
                buffer.Dispose();
                return null;
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
