using System.Buffers;
using System.IO.Pipelines;
using Aspire.Hosting.Dashboard.Grpc;
using Google.Protobuf;

namespace TmcpHosting.Tests.Dashboard;

/// <summary>A call of <see cref="GrpcTestClient"/>. Reads give up after two minutes.</summary>
internal sealed class GrpcTestCall(StreamingContent request, Task<HttpResponseMessage> response, CancellationTokenSource cancellation) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private PipeReader? _body;

    public ValueTask WriteAsync(byte[] bytes) => request.WriteAsync(bytes);

    public ValueTask WriteAsync(IMessage message) => request.WriteAsync(GrpcTestClient.Frame(message));

    public void CompleteRequest() => request.Complete();

    public Task<HttpResponseMessage> HeadersAsync() => response.WaitAsync(_patience);

    /// <summary>The next message; null at the end of the response.</summary>
    public async Task<T?> ReadAsync<T>(MessageParser<T> parser) where T : class, IMessage<T>
    {
        _body ??= PipeReader.Create(await (await HeadersAsync()).Content.ReadAsStreamAsync(cancellation.Token));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation.Token);
        timeout.CancelAfter(_patience);
        while (true)
        {
            var read = await _body.ReadAsync(timeout.Token);
            var buffer = read.Buffer;
            if (GrpcFrame.TryRead(ref buffer, 16 * 1024 * 1024, out var payload))
            {
                var message = parser.ParseFrom(payload.ToArray());
                _body.AdvanceTo(buffer.Start);
                return message;
            }

            _body.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                return null;
        }
    }

    /// <summary>Reads on until <paramref name="wanted"/> accepts a message.</summary>
    public async Task<T> ReadUntilAsync<T>(MessageParser<T> parser, Func<T, bool> wanted) where T : class, IMessage<T>
    {
        while (await ReadAsync(parser) is { } message)
        {
            if (wanted(message))
                return message;
        }

        throw new InvalidOperationException($"The stream of {typeof(T).Name} ended before the expected message.");
    }

    /// <summary>The status, once everything before it has been read.</summary>
    public async Task<GrpcTestStatus> StatusAsync()
    {
        var message = await HeadersAsync();
        if (message.Headers.TryGetValues("grpc-status", out var early))
            return new GrpcTestStatus((GrpcStatus)int.Parse(early.Single()), Text(message.Headers), TrailersOnly: true);

        _body ??= PipeReader.Create(await message.Content.ReadAsStreamAsync(cancellation.Token));
        using var timeout = new CancellationTokenSource(_patience);
        while (await _body.ReadAsync(timeout.Token) is { IsCompleted: false } read)
            _body.AdvanceTo(read.Buffer.End);
        return new GrpcTestStatus(
            (GrpcStatus)int.Parse(message.TrailingHeaders.GetValues("grpc-status").Single()),
            Text(message.TrailingHeaders),
            TrailersOnly: false);
    }

    public void Dispose()
    {
        // After the headers only closing the response resets the stream; the token reaches no further than them.
        cancellation.Cancel();
        if (response.IsCompletedSuccessfully)
            response.Result.Dispose();
        cancellation.Dispose();
        request.Complete();
    }

    private static string Text(System.Net.Http.Headers.HttpResponseHeaders headers) =>
        headers.TryGetValues("grpc-message", out var values) ? Uri.UnescapeDataString(values.Single()) : "";
}

internal sealed record GrpcTestStatus(GrpcStatus Status, string Message, bool TrailersOnly);
