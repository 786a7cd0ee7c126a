using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tmcp.ServiceDefaults;

namespace TmcpEmulators.Ollama.Hosting;

/// <summary>An answer of several JSON values, each framed as its protocol wants it and flushed at once, at the pace of a model.</summary>
internal abstract class AnswerStream : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly TimeSpan _delay;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _cancellation;

    protected AnswerStream(HttpContext context, string contentType, TimeSpan delay, TimeProvider clock)
    {
        _context = context;
        _delay = delay;
        _clock = clock;
        _cancellation = context.CreateStreamCancellation();
        context.Response.ContentType = contentType;
    }

    /// <summary>What stands before a value.</summary>
    protected abstract ReadOnlyMemory<byte> Before { get; }

    /// <summary>What stands after a value.</summary>
    protected abstract ReadOnlyMemory<byte> After { get; }

    public async Task WriteAsync<T>(T value, JsonTypeInfo<T> type)
    {
        if (_delay > TimeSpan.Zero)
            await Task.Delay(_delay, _clock, _cancellation.Token);
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, type));
    }

    public ValueTask DisposeAsync()
    {
        _cancellation.Dispose();
        return ValueTask.CompletedTask;
    }

    protected async Task WriteAsync(ReadOnlyMemory<byte> value)
    {
        var body = _context.Response.Body;
        await body.WriteAsync(Before, _cancellation.Token);
        await body.WriteAsync(value, _cancellation.Token);
        await body.WriteAsync(After, _cancellation.Token);
        await body.FlushAsync(_cancellation.Token);
    }
}
