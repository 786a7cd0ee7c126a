using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class TokenClaimsTests
{
    private static readonly DateTimeOffset Expiry = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact]
    public void Token_tells_its_collection_and_its_end()
    {
        var claims = TokenClaims.Find(StubPocketBase.Token(Expiry));

        Assert.Equal("_pb_users_auth_", claims?.CollectionId);
        Assert.Equal(Expiry, claims?.Expires);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("a.b")]
    [InlineData("a..c")]
    [InlineData("a.b.c")]
    [InlineData("a.e30.c")] // {}
    [InlineData("a.W10.c")] // []
    [InlineData("a.eyJjb2xsZWN0aW9uSWQiOiIuLi91c2VycyJ9.c")] // {"collectionId":"../users"}
    [InlineData("a.eyJjb2xsZWN0aW9uSWQiOjd9.c")] // {"collectionId":7}
    [InlineData("a.b.c\r\nX-Other: 1")]
    public void Anything_else_is_no_token(string text) => Assert.Null(TokenClaims.Find(text));

    [Fact]
    public void Longest_token_is_bounded() => Assert.Null(TokenClaims.Find($"a.{new string('b', 9_000)}.c"));

    [Fact]
    public void Random_payloads_never_throw()
    {
        var random = new Random(7999);
        for (var round = 0; round < 5_000; round++)
        {
            var payload = new byte[random.Next(1, 40)];
            random.NextBytes(payload);
            TokenClaims.Find($"a.{Convert.ToBase64String(payload).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c");
        }
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1")]
    [InlineData("\"soon\"")]
    public void Impossible_end_is_no_end(string exp) =>
        Assert.Null(TokenClaims.Find($"a.{StubPocketBase.Encode($$"""{"collectionId":"users","exp":{{exp}}}""")}.c")!.Expires);
}
