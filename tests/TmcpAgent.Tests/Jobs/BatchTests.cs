using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;
using Tmcp.Agent.Tests.Generation;

namespace Tmcp.Agent.Tests.Jobs;

public sealed class BatchTests
{
    [Fact]
    public async Task A_batch_makes_masters_and_their_variants_and_has_them_checked()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        string? target = null;
        agent.Model.AnswerTasks((task, request) => task == "editor_flags"
            ? $$"""{"flags":[{"type":"brand_voice","target":"master","target_id":"{{target = IdIn(request)}}","message":"warmer"},{"type":"duplication","target":"variant","target_id":"nobody","message":"x"}]}"""
            : Marketing.AnswerCount(task, request));

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 2));

        var steps = string.Join('\n', stream.Of("status").Select(item => item.GetProperty("step").GetString()));
        foreach (var text in (string[])["Generating angle briefs", "Generated 2 angles", "Created 2 master posts", "queued 1/2", "queued 2/2", "Running brand guardian checks"])
            Assert.Contains(text, steps, StringComparison.Ordinal);
        Assert.All(stream.Of("status"), item => Assert.Equal(("active", "Batch"), (item.GetProperty("status").GetString(), item.GetProperty("agent").GetString())));
        Assert.Empty(stream.Of("chunk"));
        Assert.Equal(("done", 2, 4), (stream.Last.GetProperty("type").GetString(), stream.Last.GetProperty("mastersCount").GetInt32(), stream.Last.GetProperty("variantsCount").GetInt32()));
        var masters = Ids(stream, "masterIds");
        var variants = Ids(stream, "variantIds");
        Assert.Equal(masters.Concat(variants).Order(), records.Of("master_contents").Concat(records.Of("platform_variants")).Select(item => item["id"]!.GetValue<string>()).Where(id => id != Marketing.Master).Order());
        Assert.All(masters.Concat(variants), id => Assert.Matches("^[a-z0-9]{15}$", id));
        var variant = JsonSerializer.SerializeToElement(records.Find("platform_variants", variants[0]));
        Assert.Equal((masters[0], "twitter", "draft", "ws1"), (
            variant.GetProperty("master_content_id").GetString(), variant.GetProperty("platform").GetString(), variant.GetProperty("publish_status").GetString(), variant.GetProperty("workspace_id").GetString()));
        var flag = Assert.Single(stream.Last.GetProperty("editorFlags").EnumerateArray());
        Assert.Equal(("brand_voice", target), (flag.GetProperty("type").GetString(), flag.GetProperty("target_id").GetString()));
        var log = JsonSerializer.SerializeToElement(Assert.Single(records.Of("agent_logs")));
        Assert.Equal(("Batch", "batch-generate-posts", "success", 120), (
            log.GetProperty("agent_name").GetString(), log.GetProperty("action").GetString(), log.GetProperty("status").GetString(), log.GetProperty("tokens_used").GetInt32()));
    }

    [Fact]
    public async Task A_job_begins_with_its_id_and_numbers_its_events()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 1));

        var first = stream.Events[0];
        Assert.Equal(("job", "batch-posts", false), (first.GetProperty("type").GetString(), first.GetProperty("kind").GetString(), first.GetProperty("durable").GetBoolean()));
        Assert.Equal(Enumerable.Range(1, stream.Events.Count).Select(number => (long)number), stream.Ids);
        Assert.Contains("in memory only", stream.Warnings, StringComparison.Ordinal);
        var (_, list) = await agent.CallAsync(HttpMethod.Get, "/jobs?workspaceId=ws1");
        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(
            (first.GetProperty("jobId").GetString(), "done", Marketing.Campaign, stream.Events.Count, 5, 5),
            (item.GetProperty("jobId").GetString(), item.GetProperty("status").GetString(), item.GetProperty("campaignId").GetString(), item.GetProperty("lastEventId").GetInt32(),
                item.GetProperty("progress").GetProperty("done").GetInt32(), item.GetProperty("progress").GetProperty("total").GetInt32()));
        Assert.Equal(2, item.GetProperty("result").GetProperty("variantsCount").GetInt32());
        Assert.Empty((await agent.CallAsync(HttpMethod.Get, "/jobs?workspaceId=other")).Body.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("angles", "no", "Angle generation")]
    [InlineData("angles", """{"angles":[]}""", "Angle generation")]
    [InlineData("master_content", "no", "Master generation")]
    [InlineData("platform_variant", "no", "Variant generation")]
    public async Task A_batch_that_fails_names_the_part_and_keeps_what_is_made(string task, string answer, string step)
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.AnswerTasks((asked, request) => asked == task ? answer : Marketing.AnswerCount(asked, request));

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 1));

        Assert.Equal(("error", step), (stream.Last.GetProperty("type").GetString(), stream.Last.GetProperty("step").GetString()));
        Assert.Equal(task == "platform_variant" ? 2 : 1, records.Of("master_contents").Count);
        var (_, item) = await agent.CallAsync(HttpMethod.Get, $"/jobs/{stream.Events[0].GetProperty("jobId").GetString()}");
        Assert.Equal("failed", item.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_record_that_is_refused_fails_the_part_with_the_reason()
    {
        var (agent, records) = await Marketing.StartAsync();
        await using var host = agent;
        records.Refuse = call => call.Text("collection") == "master_contents" ? "Error: PocketBase API Error: {\"message\":\"Failed to create record.\"}" : null;

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 1));

        Assert.Equal("Master generation", stream.Last.GetProperty("step").GetString());
        Assert.Contains("Failed to create record", stream.Last.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_that_fail_are_skipped_and_the_posts_stay()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;
        agent.Model.AnswerTasks((task, request) => task == "editor_flags" ? "no" : Marketing.AnswerCount(task, request));

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(masters: 1));

        Assert.Contains(stream.Of("status"), item => item.GetProperty("step").GetString()!.StartsWith("Brand guardian checks skipped", StringComparison.Ordinal));
        Assert.Equal(0, stream.Last.GetProperty("editorFlags").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_platform_starts_no_job()
    {
        var (agent, _) = await Marketing.StartAsync();
        await using var host = agent;

        var stream = await agent.GenerateAsync("/batch-generate-posts", JobClient.Batch(1, "fax"));

        Assert.Contains("Invalid platforms: fax", Assert.Single(stream.Events).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty((await agent.CallAsync(HttpMethod.Get, "/jobs")).Body.GetProperty("items").EnumerateArray());
    }

    private static string IdIn(JsonElement request) =>
        System.Text.RegularExpressions.Regex.Match(ScriptedModel.QuestionOf(request).Split("<context name=\"masters\">")[1], "\"id\":\"([a-z0-9]{15})\"").Groups[1].Value;

    private static List<string> Ids(ChatStream stream, string field) => [.. stream.Last.GetProperty(field).EnumerateArray().Select(item => item.GetString()!)];
}
