using System.Text.Json;

namespace Tmcp.Agent.Chat;

/// <summary>Writes events to a response, each one flushed, so that it leaves at once. One writer at a time.</summary>
internal sealed class EventStream(Stream body) : IChatEvents
{
    public const string ContentType = "text/event-stream; charset=utf-8";

    public async Task WriteAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        byte[] frame = [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(chatEvent, ReadableJson.Types.ChatEvent), .. "\n\n"u8];
        await body.WriteAsync(frame, cancellationToken);
        await body.FlushAsync(cancellationToken);
    }
}
