using System.Reflection;
using Microsoft.Extensions.Options;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("PB_URL", "no address", "PB_URL")]
    [InlineData("PB_URL", "ftp://files", "PB_URL")]
    [InlineData("PB_URL", "http://me:secret@pb", "PB_URL")]
    [InlineData("OLLAMA_BASE_URL", "localhost:11434", "OLLAMA_BASE_URL")]
    [InlineData("OLLAMA_BASE_URL", "http://[", "OLLAMA_BASE_URL")]
    [InlineData("MCP_SERVER_URL", "http://localhost:7999/", "/sse")]
    [InlineData("MCP_SERVER_URL", "/sse", "MCP_SERVER_URL")]
    [InlineData("Chat:MemberRounds", "0", "MemberRounds")]
    [InlineData("Chat:Time", "2.00:00:00", "Time")]
    [InlineData("Threads:Messages", "1", "Messages")]
    [InlineData("Model:Temperature", "3", "Temperature")]
    [InlineData("Search:Endpoint", "duckduckgo", "Search:Endpoint")]
    [InlineData("Limits:ChatsPerMinute", "-1", "ChatsPerMinute")]
    [InlineData("ConnectionStrings:redis", "redis:6379,connectTimeout=secret", "Redis connection string")]
    [InlineData("Redis:Tenant", "a:b", "Tenant")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        // The program itself, as a shell would start it.
        string[] arguments = ["--urls", "http://127.0.0.1:0", $"--{key}", value];
        var run = Task.Run(() => typeof(Program).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => run.WaitAsync(Patience.Long));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task The_models_address_may_end_as_people_write_it(string end)
    {
        await using var model = await ScriptedModel.StartAsync();
        await using var agent = await AgentHost.StartAsync(settings: ("OLLAMA_BASE_URL", model.Address.ToString().TrimEnd('/') + end));
        model.Then(Replies.Text("FINISH"), Replies.Text("hi"));

        Assert.Equal("hi", (await agent.ChatAsync("hello")).Text);
    }

    [Fact]
    public async Task A_blank_variable_counts_as_not_set()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("OLLAMA_API_KEY", " "));
        agent.Model.Then(Replies.Text("FINISH"), Replies.Text("hi"));

        Assert.Equal("hi", (await agent.ChatAsync("hello")).Text);
    }
}
