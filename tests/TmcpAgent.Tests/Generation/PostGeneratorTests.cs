using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Generation;

public sealed class PostGeneratorTests
{
    private static readonly object Body = new { campaignId = Marketing.Campaign, workspaceId = Marketing.Workspace, languagePreference = "English" };

    [Fact]
    public async Task A_master_goes_through_its_nodes_and_is_not_saved_unless_asked()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-master-content", Body);

        Assert.Equal(
            ["active Retriever", "active Evaluator", "active Generator", "thinking Generator", "active Evaluator", "active Saver"],
            stream.Of("status").Select(item => $"{item.GetProperty("status").GetString()} {item.GetProperty("agent").GetString()}")
                .Where((word, index) => index < 3 || word.Length > 0));
        Assert.Equal(Marketing.MasterAnswer, stream.Last.GetProperty("masterContent").GetRawText());
        Assert.Equal(JsonValueKind.Null, stream.Last.GetProperty("masterContentId").ValueKind);
        Assert.StartsWith("APPROVED", stream.Last.GetProperty("feedback").GetString(), StringComparison.Ordinal);
        Assert.Single(records.Of("master_contents"));
    }

    [Fact]
    public async Task A_master_is_written_from_the_fields_that_hold_goal_brand_persona_and_product()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        await agent.GenerateAsync("/generate-master-content", new { campaignId = Marketing.Campaign, workspaceId = Marketing.Workspace, angle = new { angle_name = "Proof" } });

        var question = agent.Model.Messages(0)[1];
        Assert.Contains("Goal: 500 tastings\nCampaign type: awareness\n", question, StringComparison.Ordinal);
        foreach (var block in (string[])["campaign", "brand", "persona", "product", "worksheet", "angle"])
            Assert.Contains($"<context name=\"{block}\">\n{{", question, StringComparison.Ordinal);
        foreach (var text in (string[])["Coffee from the highlands", "Bitter coffee", "Steeped for 18 hours", "\"angle_name\":\"Proof\""])
            Assert.Contains(text, question, StringComparison.Ordinal);
        Assert.DoesNotContain("\"expand\"", question, StringComparison.Ordinal);
        Assert.Equal("product_id,product_id.brand_id,worksheet_id", agent.Bridge.Calls.First().Text("expand"));
    }

    [Fact]
    public async Task A_saved_master_is_pending_and_its_id_comes_back()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-master-content", new { campaignId = Marketing.Campaign, workspaceId = Marketing.Workspace, save = true });

        var record = JsonSerializer.SerializeToElement(records.Find("master_contents", stream.Last.GetProperty("masterContentId").GetString()!));
        Assert.Equal(("ws1", Marketing.Campaign, "pending", "A calm morning begins with Mây Coffee."), (
            record.GetProperty("workspace_id").GetString(), record.GetProperty("campaign_id").GetString(), record.GetProperty("approval_status").GetString(),
            record.GetProperty("core_message").GetString()));
        Assert.Equal("Taste it", record.GetProperty("metadata").GetProperty("call_to_action").GetString());
    }

    [Fact]
    public async Task A_campaign_that_leads_to_nothing_is_written_with_warnings()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Add("marketing_campaigns", """{"id":"bare","workspace_id":"ws1","name":"Bare","product_id":"","worksheet_id":"gone"}""");

        var stream = await agent.GenerateAsync("/generate-master-content", new { campaignId = "bare", workspaceId = Marketing.Workspace });

        foreach (var text in (string[])["no goal", "'gone' of worksheets could not be read", "leads to no brand", "leads to no persona"])
            Assert.Contains(text, stream.Warnings, StringComparison.Ordinal);
        Assert.StartsWith("WARNING", stream.Last.GetProperty("feedback").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_brand_is_the_worksheets_when_the_campaign_has_no_product()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Add("marketing_campaigns", $$"""{"id":"noproduct","workspace_id":"ws1","name":"X","product_id":"","worksheet_id":"{{Marketing.Worksheet}}"}""");

        await agent.GenerateAsync("/generate-master-content", new { campaignId = "noproduct", workspaceId = Marketing.Workspace });

        Assert.Contains("<context name=\"brand\">", agent.Model.Messages(0)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone", "ws1", "Error: PocketBase API Error")]
    [InlineData(Marketing.Campaign, "other", "does not belong to workspace 'other'")]
    public async Task A_master_needs_a_campaign_of_the_workspace(string campaign, string workspace, string expected)
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-master-content", new { campaignId = campaign, workspaceId = workspace });

        Assert.Equal("Agent execution", stream.Last.GetProperty("step").GetString());
        Assert.Contains(expected, stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(agent.Model.Requests);
    }

    [Fact]
    public async Task A_message_that_is_too_short_is_evaluated_and_asked_for_again()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.Rule = null;
        agent.Model.Then(Replies.Text(Marketing.MasterAnswer.Replace("A calm morning begins with Mây Coffee.", "Short.", StringComparison.Ordinal)), Replies.Text(Marketing.MasterAnswer));

        var stream = await agent.GenerateAsync("/generate-master-content", Body);

        Assert.Contains(stream.Of("status"), item => item.TryGetProperty("step", out var step) && step.GetString()!.StartsWith("RETRY: core_message: must have at least 20", StringComparison.Ordinal));
        Assert.Equal("done", stream.Last.GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_unknown_platform_is_exactly_one_error()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync($"/generate-platform-variants/{Marketing.Master}", new { platforms = new[] { "twitter", "myspace" }, workspaceId = "ws1" });

        Assert.Equal("error", Assert.Single(stream.Events).GetProperty("type").GetString());
        Assert.StartsWith("Invalid platforms: myspace.", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variants_are_written_in_order_with_counted_characters_and_saved_as_drafts()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync(
            $"/generate-platform-variants/{Marketing.Master}", new { platforms = new[] { "Blog", "twitter", "blog" }, workspaceId = "ws1", save = true });

        Assert.Equal(2, stream.Last.GetProperty("platformCount").GetInt32());
        var variants = stream.Last.GetProperty("variants").EnumerateArray().ToList();
        Assert.Equal(["blog", "twitter"], variants.Select(item => item.GetProperty("platform").GetString()));
        Assert.All(variants, item => Assert.Equal(39, item.GetProperty("characterCount").GetInt32()));
        Assert.Equal(
            ["adaptedCopy", "aiPromptUsed", "callToAction", "characterCount", "confidenceScore", "hashtags", "optimizationNotes", "platform", "platformTips", "seoDescription", "seoKeywords", "seoTitle", "summary", "variantId"],
            variants[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        var record = JsonSerializer.SerializeToElement(records.Find("platform_variants", variants[1].GetProperty("variantId").GetString()!));
        Assert.Equal((Marketing.Master, "draft"), (record.GetProperty("master_content_id").GetString(), record.GetProperty("publish_status").GetString()));
        Assert.Equal("Calm", record.GetProperty("metadata").GetProperty("seo_title").GetString());
        Assert.Contains("Platform: twitter\nLimit: 280\n", agent.Model.Messages(1)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Limit:", agent.Model.Messages(0)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("twitter", 280)]
    [InlineData("email", 500)]
    [InlineData("instagram", 2200)]
    [InlineData("tiktok", 2500)]
    [InlineData("linkedin", 3000)]
    [InlineData("youtube", 5000)]
    [InlineData("facebook", 63206)]
    public async Task A_platforms_limit_holds_whatever_the_model_writes(string platform, int limit)
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        var copy = string.Concat(Enumerable.Repeat("calm ", (limit / 5) + 10));
        agent.Model.AnswerTasks((_, _) => Marketing.Variant(copy));

        var stream = await agent.GenerateAsync($"/generate-platform-variants/{Marketing.Master}", new { platforms = new[] { platform }, workspaceId = "ws1" });

        var variant = stream.Last.GetProperty("variants")[0];
        Assert.InRange(variant.GetProperty("adaptedCopy").GetString()!.Length, limit - 10, limit);
        Assert.EndsWith("calm…", variant.GetProperty("adaptedCopy").GetString(), StringComparison.Ordinal);
        Assert.Equal(variant.GetProperty("adaptedCopy").GetString()!.Length, variant.GetProperty("characterCount").GetInt32());
        Assert.Contains($"{platform}: adapted_copy had", stream.Warnings, StringComparison.Ordinal);
        Assert.Contains($"must have at most {limit} characters", agent.Model.Messages(1)[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_fails_is_named_and_nothing_is_saved()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.AnswerTasks((_, request) => request.GetRawText().Contains("Platform: twitter", StringComparison.Ordinal) ? "no" : Marketing.Variant("A text for a blog."));

        var stream = await agent.GenerateAsync(
            $"/generate-platform-variants/{Marketing.Master}", new { platforms = new[] { "blog", "twitter" }, workspaceId = "ws1", save = true });

        Assert.Contains("answer for twitter is not valid JSON", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(records.Of("platform_variants"));
    }

    [Fact]
    public async Task A_master_that_does_not_exist_is_an_error_and_one_without_campaign_a_warning()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Add("master_contents", """{"id":"alone","workspace_id":"ws1","campaign_id":"","core_message":"A calm morning for everybody."}""");

        var gone = await agent.GenerateAsync("/generate-platform-variants/gone", new { platforms = new[] { "twitter" }, workspaceId = "ws1" });
        var alone = await agent.GenerateAsync("/generate-platform-variants/alone", new { platforms = new[] { "twitter" }, workspaceId = "ws1" });

        Assert.Contains("'gone' of master_contents could not be read", gone.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("belongs to no campaign", alone.Warnings, StringComparison.Ordinal);
        Assert.Equal("done", alone.Last.GetProperty("type").GetString());
    }
}
