using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary>A streamed answer of the native API: one JSON object a line.</summary>
internal sealed class JsonLines(HttpContext context, TimeSpan delay, TimeProvider clock)
    : AnswerStream(context, "application/x-ndjson", delay, clock)
{
    protected override ReadOnlyMemory<byte> Before => default;

    protected override ReadOnlyMemory<byte> After { get; } = "\n"u8.ToArray();
}
