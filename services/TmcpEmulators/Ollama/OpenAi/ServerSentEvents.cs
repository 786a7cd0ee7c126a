using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tmcp.ServiceDefaults;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>A streamed answer below <c>/v1</c>: <c>data: {…}</c> events, flushed one by one, and <c>data: [DONE]</c> at the end.</summary>
internal sealed class ServerSentEvents : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly TimeSpan _delay;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _cancellation;

    public ServerSentEvents(HttpContext context, TimeSpan delay, TimeProvider clock)
    {
        _context = context;
        _delay = delay;
        _clock = clock;
        _cancellation = context.CreateStreamCancellation();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
    }

    public async Task WriteAsync<T>(T value, JsonTypeInfo<T> type)
    {
        if (_delay > TimeSpan.Zero)
            await Task.Delay(_delay, _clock, _cancellation.Token);
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, type));
    }

    public Task EndAsync() => WriteAsync("[DONE]"u8.ToArray());

    public ValueTask DisposeAsync()
    {
        _cancellation.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(byte[] data)
    {
        var body = _context.Response.Body;
        await body.WriteAsync("data: "u8.ToArray(), _cancellation.Token);
        await body.WriteAsync(data, _cancellation.Token);
        await body.WriteAsync("\n\n"u8.ToArray(), _cancellation.Token);
        await body.FlushAsync(_cancellation.Token);
    }
}
