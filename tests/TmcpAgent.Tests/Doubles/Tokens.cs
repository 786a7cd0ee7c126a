using System.Buffers.Text;
using System.Text;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>Tokens of PocketBase's form, signed by nobody.</summary>
internal static class Tokens
{
    public static string For(string userId, DateTimeOffset? expires = null)
    {
        var exp = (expires ?? new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToUnixTimeSeconds();
        var payload = $$"""{"collectionId":"_pb_users_auth_","exp":{{exp}},"id":"{{userId}}","refreshable":true,"type":"auth"}""";
        return $"eyJhbGciOiJIUzI1NiJ9.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.signature-of-{userId}";
    }
}
