using Tmcp.AiOps.Logs;

namespace Tmcp.AiOps.Tests.Logs;

public sealed class LineTemplateTests
{
    [Theory]
    [InlineData("Failed to open /var/lib/pb/data.db for user 8f3c1 after 31 ms", "Failed to open <path> for user <*> after <*> ms")]
    [InlineData("user 550e8400-e29b-41d4-a716-446655440000 not found", "user <*> not found")]
    [InlineData("hash deadbeefcafe differs", "hash <*> differs")]
    [InlineData("2026-11-21T05:00:00.123Z ERROR boom", "<*> ERROR boom")]
    [InlineData("values 1, 2, 3", "values <*>")]
    [InlineData("GET /api/x/123?q=1 failed: 502", "GET <path>?q=<*> failed: <*>")]
    [InlineData("record qzxkwvbnmrtplkj is gone.", "record <*> is gone.")]
    [InlineData("first line\n   at X.Y()", "first line")]
    [InlineData("", "")]
    public void What_differs_each_time_is_masked(string line, string template) => Assert.Equal(template, LineTemplate.Of(line));

    [Fact]
    public void Lines_of_one_cause_have_one_template_and_those_of_two_have_two()
    {
        var a = Enumerable.Range(0, 1000).Select(i => LineTemplate.Of($"2026-11-21 05:00:{i % 60:00} ERROR connect to 10.0.{i % 256}.{i % 9}:6379 failed after {i} ms (id {Guid.NewGuid():N})"));
        var b = Enumerable.Range(0, 1000).Select(i => LineTemplate.Of($"2026-11-21 05:00:{i % 60:00} ERROR read of /data/{i}/x.db failed"));

        Assert.Equal(2, a.Concat(b).Distinct().Count());
    }

    [Fact]
    public void Any_text_has_a_bounded_template_that_does_not_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(i % 2 == 0 ? 128 : 0x3000))]);
            Assert.InRange(LineTemplate.Of(text).Length, 0, 1_400);
        }
    }
}
