using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;

namespace Tmcp.Bridge.Results;

/// <summary>Turns PocketBase's JSON into the text of a result, never larger than <see cref="BridgeOptions.MaxResultBytes"/>.</summary>
internal sealed class BoundedText(IOptions<BridgeOptions> options)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    // Buffers that one large answer blew up are not kept.
    private const int KeptBufferBytes = 1_024 * 1_024;

    private int Limit => options.Value.MaxResultBytes;

    /// <summary>The text; when it had to be cut it is still JSON and says so in a member <c>_note</c>.</summary>
    /// <exception cref="CallFailedException">PocketBase answered with something else than JSON.</exception>
    public string Of(ReadOnlySpan<byte> json)
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(16 * 1_024);
        buffer.ResetWrittenCount();
        try
        {
            JsonText.Reformat(json, buffer);
        }
        catch (JsonException)
        {
            throw new CallFailedException("PocketBase answered with something else than JSON. Check that POCKETBASE_URL is a PocketBase server.");
        }

        _buffer = buffer.Capacity <= KeptBufferBytes ? buffer : null;
        return buffer.WrittenCount <= Limit ? Encoding.UTF8.GetString(buffer.WrittenSpan) : JsonCutter.Cut(json, Limit);
    }
}
