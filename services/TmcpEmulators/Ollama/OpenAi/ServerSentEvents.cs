using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary>A streamed answer below <c>/v1</c>: <c>data: {…}</c> events, and <c>data: [DONE]</c> at the end.</summary>
internal sealed class ServerSentEvents : AnswerStream
{
    public ServerSentEvents(HttpContext context, TimeSpan delay, TimeProvider clock)
        : base(context, "text/event-stream", delay, clock) => context.Response.Headers.CacheControl = "no-cache";

    protected override ReadOnlyMemory<byte> Before { get; } = "data: "u8.ToArray();

    protected override ReadOnlyMemory<byte> After { get; } = "\n\n"u8.ToArray();

    public Task EndAsync() => WriteAsync("[DONE]"u8.ToArray());
}
