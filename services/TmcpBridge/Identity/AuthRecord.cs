using System.Text.Json;
using System.Text.Json.Serialization;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Identity;

/// <summary>The answer of PocketBase's sign-in routes.</summary>
internal sealed record AuthRecord(string Token, AuthRecord.Account Record)
{
    internal sealed record Account(string Id, string CollectionName);

    /// <summary>The account in an answer, with the token that the caller knows.</summary>
    public static Caller ReadCaller(ReadOnlySpan<byte> answer, string token)
    {
        var auth = Read(answer);
        return new Caller(token, auth.Record.CollectionName, auth.Record.Id, IsService: false);
    }

    public static AuthRecord Read(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, IdentityJson.Default.AuthRecord) is { Token: not null, Record: { Id: not null, CollectionName: not null } } auth
                ? auth
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CallFailedException("PocketBase's sign-in answer has no token and account. Check that POCKETBASE_URL is a PocketBase server.");
        }
    }
}

internal sealed record Credentials(string Identity, string Password);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AuthRecord))]
[JsonSerializable(typeof(Credentials))]
internal sealed partial class IdentityJson : JsonSerializerContext;
