using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>Whatever dies or misbehaves while 2,000 alerts come in: each of them is told, and no message more often than promised.</summary>
[Collection(AlertStack.AlertCollection)]
public sealed class AlertFaultTests(AlertStack stack)
{
    private const int Kills = 2;
    private const int Concurrency = 8; // AiOps:Queue:Concurrency by default: messages that are being sent at one moment

    [Fact]
    public Task Kill_9_of_the_aiops_agent_loses_nothing() => KillAsync(Names.AiOpsAgent, seed: 3, messagesTwice: Kills * Concurrency);

    [Fact]
    public Task Kill_9_of_redis_loses_nothing() => KillAsync(Names.Redis, seed: 5, messagesTwice: Kills * Concurrency);

    [Fact]
    public Task Kill_9_of_elasticsearch_loses_nothing_and_doubles_nothing() => KillAsync(Names.Elasticsearch, seed: 7, messagesTwice: 0);

    [Fact]
    public Task Kill_9_of_the_model_loses_nothing_and_doubles_nothing() => KillAsync(Names.Ollama, seed: 11, messagesTwice: 0);

    [Fact]
    public Task Kill_9_of_discord_loses_nothing() => KillAsync(Names.Discord, seed: 13, messagesTwice: Kills * Concurrency);

    [Theory]
    [InlineData("429", 12)]
    [InlineData("500", 12)]
    [InlineData("hang", 2)]
    public async Task Discord_that_refuses_or_hangs_gets_each_message_once(string kind, int count)
    {
        var load = new AlertLoad(stack, $"discord-{kind}");
        using var discord = new HttpClient { BaseAddress = stack.Address(Names.Discord) };
        using var planned = await discord.PostAsJsonAsync("/api/faults", new { kind, count, retry_after = 0.3 });
        planned.EnsureSuccessStatusCode();

        await load.SendAsync();
        using var told = new Told(stack, load);
        await told.AssertAllAsync(messagesTwice: 0);

        Assert.Contains($"\"applied\":{count}", await discord.GetStringAsync(new Uri("/api/faults", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public Task Elasticsearch_that_is_red_loses_nothing_and_doubles_nothing() => DetourAsync(stack.Search, "search-red", context =>
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsJsonAsync(new
        {
            error = new { type = "search_phase_execution_exception", reason = "all shards failed", phase = "query", grouped = true },
            status = StatusCodes.Status503ServiceUnavailable,
        });
    });

    [Fact]
    public Task Model_that_answers_rubbish_loses_nothing_and_the_rules_answer() => RulesAnswerAsync("model-rubbish", context =>
        context.Response.WriteAsync("""{"choices":[{"message":{"content":"As a large language model I like turtles."}}]}"""));

    [Fact]
    public Task Model_that_answers_10_MB_loses_nothing_and_the_rules_answer()
    {
        var words = Encoding.UTF8.GetBytes($$$"""{"choices":[{"message":{"content":"{{{new string('x', 10_000_000)}}}"}}]}""");
        return RulesAnswerAsync("model-large", context => context.Response.Body.WriteAsync(words).AsTask());
    }

    [MemoryDiskFact]
    public async Task A_full_disk_of_redis_loses_nothing()
    {
        var load = new AlertLoad(stack, "disk-full");
        var sending = load.SendAsync();
        await load.TakenAsync(AlertLoad.Alerts / 4);
        stack.RedisDisk!.Fill();
        try
        {
            await load.RefusedAsync(20);
        }
        finally
        {
            stack.RedisDisk.Free();
        }

        await sending;
        using var told = new Told(stack, load);
        await told.AssertAllAsync(messagesTwice: Concurrency);
    }

    private async Task KillAsync(string resource, int seed, int messagesTwice)
    {
        var load = new AlertLoad(stack, $"kill-{resource}");
        var random = new Random(seed);
        var victim = new ResourceProcess(stack, resource);
        var sending = load.SendAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            await load.TakenAsync(random.Next(AlertLoad.Alerts * kill / Kills, AlertLoad.Alerts * (kill + 1) / Kills));
            await victim.KillAsync();
            await victim.StartAsync();
        }

        await sending;
        using var told = new Told(stack, load);
        await told.AssertAllAsync(messagesTwice);
    }

    private async Task RulesAnswerAsync(string run, RequestDelegate answer) => Assert.All(await DetourAsync(stack.Model, run, answer), incident =>
    {
        Assert.Equal("Rules", (string?)incident["analysis"]!["by"]);
        Assert.NotNull((string?)incident["analysis"]!["note"]);
    });

    private async Task<IReadOnlyList<JsonNode>> DetourAsync(Detour detour, string run, RequestDelegate answer)
    {
        var load = new AlertLoad(stack, run);
        detour.AnswerWith(answer);
        try
        {
            await load.SendAsync();
            using var told = new Told(stack, load);
            var incidents = await told.AssertAllAsync(messagesTwice: 0);
            Assert.True(detour.Answered > 0, "Nobody asked.");
            return incidents;
        }
        finally
        {
            detour.AnswerWith(null);
        }
    }
}
