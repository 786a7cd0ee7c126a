using System.Net;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Settings;

public sealed class HealthTests
{
    [Fact]
    public async Task With_everything_there_the_agent_is_ok()
    {
        await using var agent = await AgentHost.StartAsync();

        var (status, report) = await ReportAsync(agent, "ok");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["bridge", "model", "model-server", "pocketbase", "redis"], report.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order());
        Assert.Contains("No Redis is configured. Chat threads", Check(report, "redis").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await agent.Http.GetAsync("/alive")).StatusCode);
    }

    [Fact]
    public async Task A_missing_model_is_degraded_and_says_how_to_get_it()
    {
        await using var agent = await AgentHost.StartAsync();
        agent.Model.Installed = ["another:7b"];

        var (status, report) = await ReportAsync(agent, "degraded");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"model {ScriptedModel.Name} not installed: ollama pull {ScriptedModel.Name}", Check(report, "model").GetProperty("description").GetString());
        Assert.Equal("ok", Check(report, "model-server").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_model_named_without_tag_is_found_under_latest()
    {
        await using var agent = await AgentHost.StartAsync(settings: ("OLLAMA_MODEL", "qwen3"));
        agent.Model.Installed = ["qwen3:latest"];

        await ReportAsync(agent, "ok");
    }

    [Fact]
    public async Task Without_the_bridge_the_agent_is_degraded_and_recovers_by_itself()
    {
        await using var agent = await AgentHost.StartAsync();
        await agent.Bridge.KillAsync();

        var (_, report) = await ReportAsync(agent, "degraded");
        Assert.Contains("cannot be reached", Check(report, "bridge").GetProperty("description").GetString(), StringComparison.Ordinal);

        await agent.Bridge.ReviveAsync();
        await ReportAsync(agent, "ok");
    }

    [Theory]
    [InlineData("model-server")]
    [InlineData("pocketbase")]
    public async Task Without_what_every_chat_needs_the_agent_is_unhealthy(string missing)
    {
        await using var agent = await AgentHost.StartAsync();
        await (missing == "pocketbase" ? agent.PocketBase.DisposeAsync() : agent.Model.DisposeAsync());

        var (status, report) = await ReportAsync(agent, "unhealthy");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unhealthy", Check(report, missing).GetProperty("status").GetString());
    }

    private static JsonElement Check(JsonElement report, string name) => report.GetProperty("checks").GetProperty(name);

    // Reports are kept for a second, and the first one may not be ready at once.
    private static async Task<(HttpStatusCode Status, JsonElement Report)> ReportAsync(AgentHost agent, string expected)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            using var response = await agent.Http.GetAsync("/health", limit.Token);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(limit.Token));
            if (json.RootElement.GetProperty("status").GetString() == expected && json.RootElement.GetProperty("checks").TryGetProperty("bridge", out _))
                return (response.StatusCode, json.RootElement.Clone());
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
