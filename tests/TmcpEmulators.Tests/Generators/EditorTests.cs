namespace TmcpEmulators.Tests.Generators;

public sealed class EditorTests
{
    private const string Good = "Sen Việt cho buổi sáng chậm rãi, thơm mà không mất ngủ. Đăng ký ngay hôm nay.";

    [Fact]
    public void Good_texts_get_no_flags() => Assert.Empty(Flags(
        $$"""[{"id":"m1","core_message":"{{Good}}"}]""",
        $$"""[{"id":"v1","platform":"facebook","adapted_copy":"{{Good}} #SenViet"}]"""));

    [Theory]
    [InlineData("""{"id":"v1","platform":"facebook","adapted_copy":"Sen Việt thơm suốt buổi sáng."}""", "cta_missing")]
    [InlineData("""{"id":"v1","platform":"linkedin","adapted_copy":"Sen Việt. Đăng ký nhé. #a #b #c #d #e #f"}""", "platform_tone")]
    [InlineData("""{"id":"v1","platform":"blog","adapted_copy":"Sen Việt. Đăng ký nhé."}""", "platform_tone")]
    [InlineData("""{"id":"v1","platform":"facebook","adapted_copy":"Sen Việt brings synergy. Đăng ký nhé."}""", "brand_voice")]
    public void A_fault_of_a_variant_is_flagged_with_its_id(string variant, string type)
    {
        var flag = Assert.Single(Flags("[]", $"[{variant}]"));

        Assert.Equal((type, "variant", "v1"), (flag.Type, flag.Target, flag.Id));
    }

    [Fact]
    public void A_tweet_that_is_too_long_is_flagged_with_its_length()
    {
        var flag = Assert.Single(Flags("[]", $$"""[{"id":"v1","platform":"twitter","adapted_copy":"{{Good}} {{new string('a', 300)}}"}]"""));

        Assert.Contains("280", flag.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_to_action_beside_the_text_counts() =>
        Assert.Empty(Flags("[]", """[{"id":"v1","platform":"facebook","adapted_copy":"Sen Việt thơm suốt buổi sáng.","metadata":{"call_to_action":"Đặt hàng"}}]"""));

    [Fact]
    public void The_second_of_two_like_texts_is_flagged_and_a_master_needs_the_name_of_the_brand()
    {
        var flags = Flags($$"""[{"id":"m1","core_message":"{{Good}}"},{"id":"m2","core_message":"{{Good}}!"},{"id":"m3","core_message":"Trà ngon cho mọi người. Đăng ký ngay."}]""", "[]");

        Assert.Equal([("brand_voice", "m3"), ("duplication", "m2")], flags.Select(flag => (flag.Type, flag.Id)).Order());
    }

    private static List<(string Type, string Target, string Id, string Message)> Flags(string masters, string variants)
    {
        var answer = GeneratorPrompts.AskJson(
            "editor_flags", "Language: Vietnamese\n" + GeneratorPrompts.Context(("brand", GeneratorPrompts.Brand), ("masters", masters), ("variants", variants)));
        return [.. answer["flags"]!.AsArray().Select(flag => ((string)flag!["type"]!, (string)flag["target"]!, (string)flag["target_id"]!, (string)flag["message"]!))];
    }
}
