using Tmcp.Agent.Callers;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Callers;

public sealed class TokenExpiryTests
{
    [Fact]
    public void The_expiry_of_a_token_is_read_to_the_second()
    {
        var expires = new DateTimeOffset(2030, 5, 6, 7, 8, 9, TimeSpan.Zero);

        Assert.Equal(expires, TokenExpiry.Read(Tokens.For("u", expires)));
    }

    [Fact]
    public void No_text_whatsoever_makes_the_reader_fail()
    {
        var random = new Random(20260103);
        var token = Tokens.For("user1");
        for (var i = 0; i < 5000; i++)
        {
            var text = token.ToCharArray();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                text[random.Next(text.Length)] = (char)random.Next(0, 0x300);

            TokenExpiry.Read(new string(text));
            TokenExpiry.Read(new string(text[..random.Next(text.Length)]));
        }
    }
}
