using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Generators;

public sealed class VariantTests
{
    private const string Master = """
        {"id":"master000000001","core_message":"<p>Cà phê làm mất ngủ? Thử một buổi sáng chậm rãi với trà sen.</p>","metadata":"{\"call_to_action\":\"Đặt hộp đầu tiên\"}"}
        """;

    private static readonly Dictionary<string, int> Limits = new()
    {
        ["twitter"] = 280, ["instagram"] = 2200, ["linkedin"] = 3000, ["facebook"] = 63206, ["tiktok"] = 2500, ["youtube"] = 5000, ["email"] = 500, ["blog"] = 100_000,
    };

    [Fact]
    public void Every_platform_reads_differently_and_keeps_its_limit()
    {
        var variants = Limits.ToDictionary(platform => platform.Key, platform => Ask(platform.Key, platform.Value));

        Assert.All(variants, variant => Assert.InRange(variant.Value.Text("adapted_copy").Length, 40, Limits[variant.Key]));
        Assert.All(variants, variant => Assert.Equal(variant.Value.Text("adapted_copy").Length, (int)variant.Value["character_count"]!));
        Assert.All(variants, variant => Assert.Contains("mất ngủ", variant.Value.Text("adapted_copy"), StringComparison.Ordinal));
        Assert.All(variants, variant => Assert.Contains("Đặt hộp đầu tiên", variant.Value.Text("adapted_copy"), StringComparison.Ordinal));
        Assert.All(variants, variant => Assert.DoesNotContain("TMCP", variant.Value.Text("adapted_copy"), StringComparison.Ordinal));
        Assert.Equal(8, variants.Values.Select(variant => variant.Text("adapted_copy")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8, variants.Values.Select(variant => variant.Text("platform_tips")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_article_has_sections_an_email_a_subject_and_a_network_its_hashtags()
    {
        Assert.StartsWith("# ", Ask("blog", 0).Text("adapted_copy"), StringComparison.Ordinal);
        Assert.Contains("\n## Bước tiếp theo", Ask("blog", 0).Text("adapted_copy"), StringComparison.Ordinal);
        Assert.StartsWith("Tiêu đề: ", Ask("email", 500).Text("adapted_copy"), StringComparison.Ordinal);
        Assert.DoesNotContain('#', Ask("email", 500).Text("adapted_copy"));
        Assert.Contains("#SenViet", Ask("instagram", 2200).Text("adapted_copy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    [InlineData(90)]
    [InlineData(25)]
    public void Whatever_the_limit_the_text_ends_at_a_word(int limit)
    {
        var text = Ask("facebook", limit).Text("adapted_copy");

        Assert.InRange(text.Length, 10, limit);
        Assert.DoesNotContain('\uFFFD', text);
    }

    private static JsonObject Ask(string platform, int limit) => GeneratorPrompts.AskJson(
        "platform_variant", $"Language: Vietnamese\nPlatform: {platform}\n{(limit > 0 ? $"Limit: {limit}\n" : "")}{GeneratorPrompts.Full}{GeneratorPrompts.Context(("master", Master))}");
}
