using System.Buffers;

namespace Tmcp.Gateway.Forwarding;

/// <summary>The resource's body on its way to the caller. Every piece goes on at once, and a slow caller slows the resource down.</summary>
internal static class ResponseBody
{
    private const int SmallBuffer = 16 * 1024;
    private const int LargeBuffer = 64 * 1024;

    /// <exception cref="IOException">The resource broke off.</exception>
    /// <exception cref="OperationCanceledException">The caller left, or the gateway stops.</exception>
    public static async Task CopyAsync(Stream body, long? length, HttpResponse response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length >= LargeBuffer ? LargeBuffer : SmallBuffer);
        try
        {
            while (true)
            {
                var reading = body.ReadAsync(buffer, cancellationToken);
                // What a caller waits for may be the headers: a stream of events can begin long before its first event.
                if (!reading.IsCompleted && !response.HasStarted)
                    await response.BodyWriter.FlushAsync(cancellationToken);

                var count = await reading;
                if (count == 0)
                    return;

                await response.BodyWriter.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
