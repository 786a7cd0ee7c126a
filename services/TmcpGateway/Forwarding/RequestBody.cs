using System.Net;

namespace Tmcp.Gateway.Forwarding;

/// <summary>The caller's body on its way to the resource, piece by piece.</summary>
internal sealed class RequestBody(HttpRequest request, FirstByteTimer timer) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
                await stream.WriteAsync(segment, cancellationToken);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            timer.Restart();
            if (read.IsCompleted)
                return;

            // A resource may answer while the body is still on its way, so nothing waits in a buffer.
            await stream.FlushAsync(cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = request.ContentLength ?? 0;
        return request.ContentLength is not null;
    }
}
