using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Tmcp.Bridge.Identity;

/// <summary>What a PocketBase token says about itself. Nothing here is verified: only PocketBase knows the key.</summary>
internal sealed record TokenClaims(string CollectionId, DateTimeOffset? Expires)
{
    private const int MaxLength = 8_192;

    /// <summary>Reads a token such as <c>eyJhbGciOiJIUzI1NiJ9.eyJjb2xsZWN0aW9uSWQiOiJfcGJfdXNlcnNfYXV0aF8iLCJleHAiOjE3fQ.c2ln</c>; null when it is none.</summary>
    public static TokenClaims? Find(string token)
    {
        if (token.Length > MaxLength || !token.All(IsTokenCharacter))
            return null;

        var parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0))
            return null;

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(parts[1])));
            return Read(payload.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static TokenClaims? Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty("collectionId", out var collection)
            || collection.ValueKind != JsonValueKind.String
            || collection.GetString() is not { Length: > 0 and <= 255 } id
            || !id.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            return null;

        return new TokenClaims(id, ReadExpiry(payload));
    }

    private static DateTimeOffset? ReadExpiry(JsonElement payload) =>
        payload.TryGetProperty("exp", out var exp)
        && exp.ValueKind == JsonValueKind.Number
        && exp.TryGetDouble(out var seconds)
        && seconds is > 0 and < 253_402_300_800 // the year 10000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_';
}
