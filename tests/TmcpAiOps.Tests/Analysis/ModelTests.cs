using System.Text;
using Microsoft.AspNetCore.Http;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Analysis;

/// <summary>Whatever the model does, a message comes.</summary>
public sealed class ModelTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisFact]
    public async Task The_models_words_are_told_with_lines_that_were_really_there()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var model = await FakeModel.StartAsync();
        model.Answer = _ => FakeModel.Verdict("PocketBase has no name.", ["no such host", "this was never logged by anybody", "lookup pocketbase: no such host"], "Create the service.");
        await using var host = fixture.StartHost(discord, null, model);

        await host.AlertAsync(Bodies.Classic("blog", "lookup pocketbase: no such host"));
        await Until.TrueAsync(() => discord.Posts.Any());

        var post = discord.Posts.Single();
        Assert.StartsWith("PocketBase has no name.", post.Field("Root Cause Analysis (AI)"), StringComparison.Ordinal);
        Assert.Equal("```\nlookup pocketbase: no such host\n```", post.Field("Evidence"));
        var question = model.Questions.Single();
        Assert.Equal("json_schema", (string)question["response_format"]!["type"]!);
        Assert.Equal(0, (double)question["temperature"]!);
    }

    public static TheoryData<string> Troubles => ["500", "404", "not json", "nonsense", "empty", "10 MB", "hang", "broken off"];

    [RealRedisTheory, MemberData(nameof(Troubles))]
    public async Task When_the_model_fails_the_rules_answer_and_say_why(string trouble)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var model = await FakeModel.StartAsync();
        model.Instead = context => FailAsync(context, trouble);
        await using var host = fixture.StartHost(discord, null, model, ("AiOps:Analysis:Patience", "00:00:01"));

        await host.AlertAsync(Bodies.Classic("blog", "dial tcp 10.0.0.1:8090: connect: connection refused"));
        await Until.TrueAsync(() => discord.Posts.Any());

        var cause = discord.Posts.Single().Field("Root Cause Analysis (rules, no AI)")!;
        Assert.Contains("cannot connect", cause, StringComparison.Ordinal);
        Assert.Contains("model", cause, StringComparison.Ordinal);
        Assert.Single(model.Questions);
    }

    [RealRedisFact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var model = await FakeModel.StartAsync();
        model.Instead = context => FailAsync(context, "500");
        await using var host = fixture.StartHost(discord, null, model, ("AiOps:Analysis:Concurrency", "1"));

        for (var i = 0; i < 10; i++)
            await host.AlertAsync(Bodies.Alertmanager($"A{i}", "agent"));
        await Until.TrueAsync(() => discord.Posts.Count() == 10);

        Assert.Equal(3, model.Questions.Count);
    }

    [RealRedisFact]
    public async Task When_the_hours_tokens_are_used_up_the_rules_answer()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var model = await FakeModel.StartAsync();
        await using var host = fixture.StartHost(
            discord, null, model, ("AiOps:Analysis:TokensPerHour", "1400"), ("AiOps:Analysis:AnswerTokens", "64"), ("AiOps:Analysis:Concurrency", "1"));

        for (var i = 0; i < 20; i++)
            await host.AlertAsync(Bodies.Alertmanager($"A{i}", "agent"));
        await Until.TrueAsync(() => discord.Posts.Count() == 20);

        Assert.InRange(model.Questions.Count, 1, 10); // each costs 150, and the estimate of the next must still fit
        Assert.Contains(discord.Posts, post => post.Field("Root Cause Analysis (rules")?.Contains("TokensPerHour", StringComparison.Ordinal) == true);
    }

    private static async Task FailAsync(HttpContext context, string trouble)
    {
        switch (trouble)
        {
            case "not json":
                await context.Response.WriteAsync("<html>hello</html>");
                break;
            case "nonsense":
                await context.Response.WriteAsJsonAsync(new { choices = new[] { new { message = new { content = "As a language model I like cats." } } } });
                break;
            case "empty":
                await context.Response.WriteAsJsonAsync(new { choices = Array.Empty<object>() });
                break;
            case "10 MB":
                await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("{\"choices\":[{\"message\":{\"content\":\"" + new string('x', 10_000_000)), context.RequestAborted);
                break;
            case "hang":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "broken off":
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"choices\":[");
                context.Abort();
                break;
            default:
                context.Response.StatusCode = int.Parse(trouble);
                break;
        }
    }
}
