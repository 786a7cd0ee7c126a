using System.Buffers.Text;
using System.Text.Json;

namespace Tmcp.Agent.Callers;

/// <summary>Reads when a PocketBase token ends. The signature is PocketBase's business.</summary>
internal static class TokenExpiry
{
    /// <summary>Longest token worth reading, in characters; PocketBase's are around 250.</summary>
    private const int MaxLength = 4096;

    // Payload: {"collectionId":"_pb_users_auth_","exp":1795228800,"id":"u1","refreshable":true,"type":"auth"}
    public static DateTimeOffset? Read(string token)
    {
        if (token.Length > MaxLength || token.Split('.') is not [_, var payload, _])
            return null;

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("exp", out var exp)
                && exp.ValueKind == JsonValueKind.Number
                && exp.TryGetInt64(out var seconds)
                && seconds is > 0 and < 253_402_300_800 // year 10000, where DateTimeOffset ends
                    ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                    : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
