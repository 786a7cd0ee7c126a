using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>One call in progress: messages in, messages out, and at the end a status.</summary>
/// <param name="context">The request that carries the call.</param>
/// <param name="cancellationToken">Cancelled when the client leaves or the server stops.</param>
internal sealed class GrpcCall(HttpContext context, CancellationToken cancellationToken) : IDisposable
{
    // 4 MiB: gRPC's usual limit for what a server takes. The dashboard's own messages are far smaller, files come in 64 KiB chunks.
    private const int MaxMessageBytes = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private bool _ended;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The next message of the client; null when it has sent its last one.</summary>
    public async Task<T?> ReadAsync<T>(MessageParser<T> parser) where T : class, IMessage<T>
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(CancellationToken);
            var buffer = read.Buffer;
            if (GrpcFrame.TryRead(ref buffer, MaxMessageBytes, out var payload))
            {
                var message = Parse(parser, payload);
                body.AdvanceTo(buffer.Start);
                return message;
            }

            var left = buffer.Length;
            body.AdvanceTo(buffer.Start, buffer.End);
            if (!read.IsCompleted)
                continue;

            return left == 0
                ? null
                : throw new GrpcException(GrpcStatus.Internal, $"The body ended in the middle of a message, {left} bytes after its start.");
        }
    }

    /// <summary>The only message of a call that takes one.</summary>
    public async Task<T> ReadSingleAsync<T>(MessageParser<T> parser) where T : class, IMessage<T>
    {
        var message = await ReadAsync(parser)
            ?? throw new GrpcException(GrpcStatus.Internal, "The call takes one message and got none.");
        return await ReadAsync(parser) is null
            ? message
            : throw new GrpcException(GrpcStatus.Internal, "The call takes one message and got several.");
    }

    /// <summary>Sends the response headers now: some clients start reading only after them.</summary>
    public async Task StartAsync()
    {
        await _writing.WaitAsync(CancellationToken);
        try
        {
            await context.Response.BodyWriter.FlushAsync(CancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sends a message. Any number of tasks may call it; a slow client holds them back, one message each.</summary>
    public async Task WriteAsync(IMessage message)
    {
        await _writing.WaitAsync(CancellationToken);
        try
        {
            if (_ended)
                throw new InvalidOperationException($"A {message.Descriptor.Name} came after the call's status had been sent.");

            PipeWriter output = context.Response.BodyWriter;
            GrpcFrame.Write(output, message);
            await output.FlushAsync(CancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sends the status: in trailers, or in the headers when nothing has been sent ("trailers-only").</summary>
    public async Task EndAsync(GrpcStatus status, string? message)
    {
        // No token: a call that ends because it was cancelled still owes its client a status.
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            _ended = true;
            var response = context.Response;
            Action<string, string> append = response.HasStarted
                ? (name, value) => response.AppendTrailer(name, value)
                : (name, value) => response.Headers.Append(name, value);
            append("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
            if (message is not null)
                append("grpc-message", Uri.EscapeDataString(message));
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private static T Parse<T>(MessageParser<T> parser, System.Buffers.ReadOnlySequence<byte> payload) where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(payload);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new GrpcException(GrpcStatus.Internal, $"The message is no {typeof(T).Name}: {exception.Message}");
        }
    }
}
