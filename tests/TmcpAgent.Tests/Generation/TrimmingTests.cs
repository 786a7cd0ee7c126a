using System.Globalization;
using Tmcp.Agent.Generation.Answers;

namespace Tmcp.Agent.Tests.Generation;

public sealed class TrimmingTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("onetwothree", 5, "onet…")]
    [InlineData("xin chào thế giới", 13, "xin chào thế…")]
    [InlineData("ab👩‍👩‍👧", 6, "ab…")]
    [InlineData("👍👍👍", 4, "👍…")]
    [InlineData("abc", 1, "…")]
    public void A_text_is_cut_at_a_word_and_never_within_a_sign(string text, int most, string expected) =>
        Assert.Equal(expected, Trimming.AtWord(text, most));

    [Fact]
    public void Whatever_is_cut_fits_and_is_a_beginning_of_the_text()
    {
        var random = new Random(7);
        string[] parts = ["a", " ", "ấ", "👍", "👩‍👩‍👧", "long-word-without-any-blank-in-it-at-all-indeed", "\n", "e\u0301"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => parts[random.Next(parts.Length)]));
            var most = random.Next(1, 60);

            var cut = Trimming.AtWord(text, most);

            Assert.True(cut.Length <= most || cut == text, $"{most}: {cut}");
            var beginning = cut == text ? cut : cut[..^1];
            Assert.StartsWith(beginning, text, StringComparison.Ordinal);
            var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length);
            Assert.Contains(beginning.Length, boundaries);
        }
    }
}
