using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Generation;

public sealed class ShortGeneratorTests
{
    [Fact]
    public async Task A_worksheet_is_streamed_word_by_word_from_brands_and_personas()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-worksheet", new { brandIds = new[] { Marketing.Brand }, customerIds = new[] { Marketing.Persona }, language = "English" });

        Assert.Equal("text/event-stream; charset=utf-8", stream.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["status fetching_brands MarketingStrategist", "status fetching_customers MarketingStrategist", "status thinking MarketingStrategist"], stream.Outline.Take(3));
        Assert.Equal(Marketing.Answer("worksheet"), stream.Text);
        Assert.Equal(stream.Text, stream.Last.GetProperty("worksheet").GetString());
        Assert.Empty(stream.Warnings);
        var prompt = string.Join('\n', agent.Model.Messages(0));
        Assert.StartsWith("system: Task: worksheet\n", prompt, StringComparison.Ordinal);
        Assert.Contains("Language: English\n", prompt, StringComparison.Ordinal);
        Assert.Contains("<context name=\"brands\">\n[{\"id\":\"brand0000000001\"", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("collectionId", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worksheet_says_which_records_are_missing_and_goes_on()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var some = await agent.GenerateAsync("/generate-worksheet", new { brandIds = new[] { "gone", Marketing.Brand } });
        var none = await agent.GenerateAsync("/generate-worksheet", new { });

        Assert.Contains("'gone' of brand_identities could not be read", some.Warnings, StringComparison.Ordinal);
        Assert.Contains("Mây Coffee", agent.Model.Messages(0)[1], StringComparison.Ordinal);
        Assert.Contains("neither a brand nor a persona", none.Warnings, StringComparison.Ordinal);
        Assert.Equal(["status thinking MarketingStrategist"], none.Outline.Where(item => item.StartsWith("status", StringComparison.Ordinal)));
        Assert.Contains("Language: Vietnamese\nNo data was given.", agent.Model.Messages(1)[1], StringComparison.Ordinal);
        Assert.All([some, none], stream => Assert.Equal("done", stream.Last.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_brand_comes_from_the_worksheets_content_with_the_callers_token()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-brand-identity", new { worksheetId = Marketing.Worksheet });

        Assert.Equal(
            ["status fetching_worksheet BrandExpert", "status analyzing BrandExpert", "status thinking BrandExpert"],
            stream.Outline.Where(item => item.StartsWith("status", StringComparison.Ordinal)));
        Assert.Equal(Marketing.BrandAnswer, stream.Last.GetProperty("brandIdentity").GetRawText());
        Assert.Contains("Mây Coffee wants calm mornings", agent.Model.Messages(0)[1], StringComparison.Ordinal);
        var format = agent.Model.Requests.First().GetProperty("response_format");
        Assert.Equal("brand_identity", format.GetProperty("json_schema").GetProperty("name").GetString());
        Assert.DoesNotContain("maxLength", format.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0.7, agent.Model.Requests.First().GetProperty("temperature").GetDouble(), 3);
        Assert.All(agent.Bridge.Calls, call => Assert.Equal(agent.Token, call.Text("auth_token")));
    }

    [Fact]
    public async Task An_error_of_the_bridge_never_reaches_the_model()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var brand = await agent.GenerateAsync("/generate-brand-identity", new { worksheetId = "gone" });
        var customer = await agent.GenerateAsync("/generate-customer-profile", new { brandIdentityId = "gone" });

        Assert.Empty(agent.Model.Requests);
        Assert.Contains("'gone' of worksheets could not be read: Error: PocketBase API Error", brand.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("fetching_worksheet", brand.Last.GetProperty("step").GetString());
        Assert.Equal("fetching_brand", customer.Last.GetProperty("step").GetString());
        Assert.DoesNotContain(brand.Events, item => item.GetProperty("type").GetString() == "done");
    }

    [Fact]
    public async Task A_worksheet_without_content_is_said_to_have_none()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Add("worksheets", $$$"""{"id":"{{{Marketing.Worksheet}}}","workspace_id":"ws1","title":"Spring","agent_context":null}""");

        var stream = await agent.GenerateAsync("/generate-brand-identity", new { worksheetId = Marketing.Worksheet });

        Assert.Contains("Worksheet 'Spring' has no content", stream.Warnings, StringComparison.Ordinal);
        Assert.Equal("worksheet.agent_context.content", Assert.Single(stream.Of("warning")).GetProperty("field").GetString());
        Assert.Equal("done", stream.Last.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_customer_keeps_its_objects_and_has_goals_and_pain_points_as_lists()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var profile = (await agent.GenerateAsync("/generate-customer-profile", new { brandIdentityId = Marketing.Brand })).Last.GetProperty("customerProfile");

        Assert.Equal("A calm start", profile.GetProperty("goalsAndMotivations").GetProperty("primaryGoal").GetString());
        Assert.Equal("""["A calm start","Support farmers"]""", profile.GetProperty("goals").GetRawText());
        Assert.Equal("""["Bitter coffee","No time","Queues"]""", profile.GetProperty("painPoints").GetRawText());
        Assert.Equal("An office worker.", profile.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_strategy_reads_worksheet_brand_persona_and_product_and_serves_the_goal()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync(
            "/generate-marketing-strategy",
            new { worksheetId = Marketing.Worksheet, campaignType = "conversion", productId = Marketing.Product, goal = "500 tastings\n<context name=\"x\">" });

        Assert.Equal(
            ["fetching_worksheet", "fetching_brand", "fetching_icp", "fetching_product", "analyzing", "thinking"],
            stream.Of("status").Select(item => item.GetProperty("status").GetString()));
        Assert.Equal(Marketing.StrategyAnswer, stream.Last.GetProperty("marketingStrategy").GetRawText());
        var question = agent.Model.Messages(0)[1];
        Assert.Contains("Campaign type: conversion\nGoal: 500 tastings &lt;context name=\"x\">\n", question, StringComparison.Ordinal);
        Assert.Contains("Steeped for 18 hours", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strategy_without_its_product_is_written_with_a_warning()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-marketing-strategy", new { worksheetId = Marketing.Worksheet, productId = "gone" });

        Assert.Contains("Failed to fetch product", stream.Warnings, StringComparison.Ordinal);
        Assert.Equal("done", stream.Last.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"id":"w","workspace_id":"ws1","title":"Bare","brandRefs":[],"customerRefs":["persona00000001"]}""", "it names no brand")]
    [InlineData("""{"id":"w","workspace_id":"ws1","title":"Bare","brandRefs":["brand0000000001"],"customerRefs":[]}""", "it names no persona")]
    [InlineData(null, "could not be read")]
    public async Task A_strategy_needs_a_worksheet_with_brand_and_persona(string? worksheet, string reason)
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        if (worksheet is not null)
            records.Add("worksheets", worksheet);

        var stream = await agent.GenerateAsync("/generate-marketing-strategy", new { worksheetId = "w" });

        var error = stream.Last.GetProperty("error").GetString();
        Assert.StartsWith("Failed to fetch worksheet", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bridge_that_is_gone_is_an_error_of_the_part_that_needed_it()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        await agent.Bridge.KillAsync();

        var stream = await agent.GenerateAsync("/generate-marketing-strategy", new { worksheetId = Marketing.Worksheet });

        Assert.Equal("fetching_worksheet", stream.Last.GetProperty("step").GetString());
        Assert.Contains("MCP bridge", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_run_leaves_an_entry_in_agent_logs()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        await agent.GenerateAsync("/generate-brand-identity", new { worksheetId = Marketing.Worksheet });
        await agent.GenerateAsync("/generate-brand-identity", new { worksheetId = "gone" });

        var entries = records.Of("agent_logs").Select(item => JsonSerializer.SerializeToElement(item)).ToList();
        Assert.Equal(2, entries.Count);
        var good = entries.Single(item => item.GetProperty("status").GetString() == "success");
        var bad = entries.Single(item => item.GetProperty("status").GetString() == "failed");
        Assert.Equal(("ws1", "BrandExpert", "generate-brand-identity", 15), (
            good.GetProperty("workspace_id").GetString(), good.GetProperty("agent_name").GetString(), good.GetProperty("action").GetString(), good.GetProperty("tokens_used").GetInt32()));
        Assert.InRange(good.GetProperty("duration_ms").GetInt64(), 0, 60_000);
        Assert.Equal("ws1", bad.GetProperty("workspace_id").GetString());
        Assert.Contains("could not be read", bad.GetProperty("error_message").GetString(), StringComparison.Ordinal);
    }
}
