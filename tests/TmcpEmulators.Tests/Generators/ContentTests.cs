using TmcpEmulators.Ollama.Conversation;

namespace TmcpEmulators.Tests.Generators;

/// <summary>What the generators say is about the records of the request.</summary>
public sealed class ContentTests
{
    private const string Vietnamese = "Language: Vietnamese\n";

    [Theory]
    [InlineData("Vietnamese", "Độ phù hợp giữa thương hiệu và khách hàng", "Ba câu mở đầu", "Khuyến nghị đầu tiên")]
    [InlineData("English", "Brand and persona: how they fit", "Three hooks", "First recommendations")]
    public void A_worksheet_has_fit_swot_three_hooks_and_recommendations(string language, params string[] headings)
    {
        var text = GeneratorPrompts.Ask(GeneratorPrompts.Request(
            "worksheet", $"Language: {language}\n{GeneratorPrompts.Context(("brands", $"[{GeneratorPrompts.Brand}]"), ("personas", $"[{GeneratorPrompts.Persona}]"))}"));

        Assert.All(headings.Append("SWOT").Append("Sen Việt").Append("Lan").Append("trà sen").Append("à phê làm mất ngủ"), part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("TMCP", text.Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_worksheet_names_what_the_records_lack()
    {
        var text = GeneratorPrompts.Ask(GeneratorPrompts.Request("worksheet", "Language: English\n" + GeneratorPrompts.Context(("brands", """[{"brand_name":"Sen Việt"}]"""))));

        Assert.Contains("The brand has no slogan yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("complete", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brand_keeps_the_name_that_the_worksheet_uses()
    {
        var brand = GeneratorPrompts.AskJson("brand_identity", "Language: English\n" + GeneratorPrompts.Context(
            ("worksheet", """{"title":"Launch of Lotus Hill","agent_context":{"content":"# Launch of Lotus Hill\n\nLotus Hill sells organic tea. People who drink tea want calm mornings, and organic farming."}}""")));

        Assert.Equal("Lotus Hill", brand.Text("brand_name"));
        Assert.Contains("organic", brand.Text("keywords"), StringComparison.Ordinal);
        Assert.Equal(5, brand["color_palette"]!.AsArray().Count);
    }

    [Fact]
    public void A_customer_knows_the_brand_and_has_goals_and_pains_as_lists()
    {
        var persona = GeneratorPrompts.AskJson("customer_profile", Vietnamese + GeneratorPrompts.Context(("brand", GeneratorPrompts.Brand)));

        Assert.Contains("Sen Việt", persona.Text("summary"), StringComparison.Ordinal);
        Assert.True(persona["goals"]!.AsArray().Count >= 2);
        Assert.Equal((string)persona["pain_points"]![0]!, (string)persona["pain_points_and_challenges"]!["primary_pain"]!);
    }

    [Fact]
    public void A_strategy_follows_goal_and_type_of_the_campaign()
    {
        var user = Vietnamese + "Campaign type: {0}\nGoal: 900 khách mới\n" + GeneratorPrompts.Context(("brand", GeneratorPrompts.Brand), ("persona", GeneratorPrompts.Persona), ("product", GeneratorPrompts.Product));

        var first = GeneratorPrompts.AskJson("marketing_strategy", user.Replace("{0}", "conversion", StringComparison.Ordinal));
        var second = GeneratorPrompts.AskJson("marketing_strategy", user.Replace("{0}", "newsletter", StringComparison.Ordinal));

        Assert.Contains("900 khách mới", first.Text("acquisition_strategy"), StringComparison.Ordinal);
        Assert.Contains("hơm mà không mất ngủ", first.Text("value_proposition"), StringComparison.Ordinal);
        Assert.NotEqual(first.Text("acquisition_strategy"), second.Text("acquisition_strategy"));
        Assert.NotEqual(first.Text("name"), second.Text("name"));
    }

    [Fact]
    public void Masters_of_different_angles_are_different_and_keep_to_their_limits()
    {
        var angles = GeneratorPrompts.AskAngles("angles", Vietnamese + "Count: 6\nStage: Awareness\n" + GeneratorPrompts.Full);

        var masters = angles.Select(angle => GeneratorPrompts.AskJson("master_content", Vietnamese + GeneratorPrompts.Full + GeneratorPrompts.Context(("angle", angle.ToJsonString())))).ToList();

        Assert.Equal(6, masters.Select(master => master.Text("core_message")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(masters, master => Assert.InRange(master.Text("core_message").Length, 20, 280));
        Assert.All(masters, master => Assert.InRange(master.Text("extended_message").Length, 100, 1000));
        Assert.All(masters, master => Assert.Contains("#SenViet", master.Text("suggested_hashtags"), StringComparison.Ordinal));
        Assert.All(masters, master => Assert.DoesNotContain("TMCP", master.Text("core_message") + master.Text("extended_message"), StringComparison.Ordinal));
    }

    [Fact]
    public void Angles_have_a_psychological_angle_each_and_stages_differ()
    {
        var stages = new[] { "Awareness", "Consideration", "Conversion", "Retention" }
            .Select(stage => GeneratorPrompts.AskAngles("content_briefs", Vietnamese + $"Count: 6\nStage: {stage}\n" + GeneratorPrompts.Full)).ToList();

        Assert.All(stages, briefs => Assert.Equal(6, briefs.Select(brief => brief.Text("psychological_angle")).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(24, stages.SelectMany(briefs => briefs).Select(brief => brief.Text("angle_name")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(24, stages.SelectMany(briefs => briefs).Select(brief => brief.Text("key_message_variation")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Conversion", stages[2][0].Text("funnel_stage"));
    }

    [Fact]
    public void Ten_briefs_of_a_stage_have_ten_names()
    {
        var briefs = GeneratorPrompts.AskAngles("content_briefs", "Language: English\nCount: 10\nStage: Retention\n" + GeneratorPrompts.Full);

        Assert.Equal(10, briefs.Select(brief => brief.Text("angle_name")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_repaired_answer_is_another_one_and_heeds_the_limit_of_the_complaint()
    {
        var user = Vietnamese + "Platform: facebook\nLimit: 63206\n" + GeneratorPrompts.Full + GeneratorPrompts.Context(("master", """{"core_message":"<p>Một buổi sáng chậm rãi. Cùng trà sen.</p>"}"""));
        var first = GeneratorPrompts.AskJson("platform_variant", user);

        var second = GeneratorPrompts.AskJson(
            "platform_variant", user, null, new Turn(Speaker.Assistant, first.ToJsonString()), new Turn(Speaker.User, "Validation errors:\n- adapted_copy: has 900 characters, at most 120 are allowed"));

        Assert.NotEqual(first.Text("adapted_copy"), second.Text("adapted_copy"));
        Assert.InRange(second.Text("adapted_copy").Length, 20, 120);
    }

    [Fact]
    public void The_same_request_gets_the_same_answer()
    {
        var request = GeneratorPrompts.Request("content_briefs", "Count: 4\nStage: Conversion\n" + GeneratorPrompts.Full);

        Assert.Equal(GeneratorPrompts.Ask(request), GeneratorPrompts.Ask(request));
    }

    [Theory]
    [InlineData("Korean", "Korean was asked for")]
    [InlineData("English", "model emulator")]
    [InlineData("Tiếng Việt", "trình giả lập")]
    public void Notes_say_who_wrote_and_in_which_language(string language, string note)
    {
        var variant = GeneratorPrompts.AskJson("platform_variant", $"Language: {language}\nPlatform: facebook\n{GeneratorPrompts.Full}");

        Assert.Contains(note, variant.Text("optimization_notes"), StringComparison.Ordinal);
    }
}
