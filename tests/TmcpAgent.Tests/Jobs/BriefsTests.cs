using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;

namespace Tmcp.Agent.Tests.Jobs;

public sealed class BriefsTests
{
    [Fact]
    public async Task Briefs_are_made_for_every_stage()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(perStage: 2));

        Assert.Equal("""{"type":"done","totalCreated":8,"totalExpected":8}""", stream.Last.GetRawText());
        Assert.Equal(
            ["Awareness", "Awareness", "Consideration", "Consideration", "Conversion", "Conversion", "Retention", "Retention"],
            records.Of("content_briefs").Select(item => item["funnel_stage"]!.GetValue<string>()).Order());
        Assert.All(records.Of("content_briefs"), item => Assert.Equal((Marketing.Campaign, "ws1"), (item["campaign_id"]!.GetValue<string>(), item["workspace_id"]!.GetValue<string>())));
        Assert.Contains(stream.Of("status"), item => item.GetProperty("step").GetString() == "Campaign: Spring Launch");
        Assert.Contains(stream.Of("status"), item => item.GetProperty("step").GetString() == "Retention: saving 2");
        Assert.Equal(4, agent.Model.Requests.Count);
        Assert.Equal(0.4, agent.Model.Requests.First().GetProperty("temperature").GetDouble(), 3);
    }

    [Fact]
    public async Task A_stage_that_fails_is_a_warning_and_the_others_are_saved()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.AnswerTasks((task, request) =>
            ScriptedModel.QuestionOf(request).Contains("Stage: Conversion\n", StringComparison.Ordinal) ? "sorry" : Marketing.AnswerCount(task, request));

        var stream = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(perStage: 1));

        Assert.Equal((3, 4), (stream.Last.GetProperty("totalCreated").GetInt32(), stream.Last.GetProperty("totalExpected").GetInt32()));
        Assert.StartsWith("Conversion: The model's answer", Assert.Single(stream.Last.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Single(stream.Of("status"), item => item.GetProperty("status").GetString() == "warning");
        Assert.Equal(3, records.Of("content_briefs").Count);
    }

    [Fact]
    public async Task Angles_of_a_wrong_dress_or_kind_are_saved_under_one_that_exists()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        var answer = $$"""Here: [{{Marketing.Angle("A", "social_proof")}},{{Marketing.Angle("", "Envy")}},"rubbish"] Enjoy.""";
        agent.Model.AnswerTasks((_, _) => answer);

        var stream = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(perStage: 3));

        var stored = records.Of("content_briefs").Where(item => item["funnel_stage"]!.GetValue<string>() == "Retention").Select(item => $"{item["angle_name"]}/{item["psychological_angle"]}").Order();
        Assert.Equal(["A/Social Proof", "Untitled/Logic"], stored);
        Assert.Equal((8, 12), (stream.Last.GetProperty("totalCreated").GetInt32(), stream.Last.GetProperty("totalExpected").GetInt32()));
        Assert.Contains("no psychological angle that exists", stream.Warnings, StringComparison.Ordinal);
        Assert.Equal(8, agent.Model.Requests.Count);
    }

    [Fact]
    public async Task A_save_that_fails_is_counted_and_none_at_all_is_an_error()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Refuse = call => call.Text("collection") == "content_briefs" && call.Arguments["data"].GetProperty("funnel_stage").GetString() == "Awareness" ? "Error: no" : null;
        var some = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(perStage: 1));
        records.Refuse = call => call.Text("collection") == "content_briefs" ? "Error: no" : null;
        var none = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs(perStage: 1));

        Assert.Equal(3, some.Last.GetProperty("totalCreated").GetInt32());
        Assert.Equal(("error", "Saving"), (none.Last.GetProperty("type").GetString(), none.Last.GetProperty("step").GetString()));
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_read_is_an_error_of_context_retrieval()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Remove("marketing_campaigns", Marketing.Campaign);

        var stream = await agent.GenerateAsync("/generate-content-briefs", JobClient.Briefs());

        Assert.Equal("Context retrieval", stream.Last.GetProperty("step").GetString());
        Assert.Contains("Error: PocketBase API Error", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("failed", JsonSerializer.SerializeToElement(Assert.Single(records.Of("agent_logs"))).GetProperty("status").GetString());
    }
}
