using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tmcp.ServiceDefaults;

namespace TmcpEmulators.Ollama.Native;

/// <summary>A streamed answer of the native API: one JSON object a line, flushed line by line.</summary>
internal sealed class JsonLines : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly TimeSpan _delay;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _cancellation;

    public JsonLines(HttpContext context, TimeSpan delay, TimeProvider clock)
    {
        _context = context;
        _delay = delay;
        _clock = clock;
        _cancellation = context.CreateStreamCancellation();
        context.Response.ContentType = "application/x-ndjson";
    }

    public async Task WriteAsync<T>(T line, JsonTypeInfo<T> type)
    {
        if (_delay > TimeSpan.Zero)
            await Task.Delay(_delay, _clock, _cancellation.Token);
        var body = _context.Response.Body;
        await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, type), _cancellation.Token);
        await body.WriteAsync("\n"u8.ToArray(), _cancellation.Token);
        await body.FlushAsync(_cancellation.Token);
    }

    public ValueTask DisposeAsync()
    {
        _cancellation.Dispose();
        return ValueTask.CompletedTask;
    }
}
