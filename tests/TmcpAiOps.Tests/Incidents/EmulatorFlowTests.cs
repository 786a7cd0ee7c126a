using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Logs;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Incidents;

/// <summary>The whole way over TMCP's emulators: Redis' protocol, Elasticsearch's searches and Discord's rules.</summary>
public sealed class EmulatorFlowTests
{
    [EmulatorFact]
    public async Task Evidence_comes_from_the_stored_lines_and_the_end_edits_the_message()
    {
        await using var redis = await RedisProcess.StartAsync(RedisKind.Emulator);
        await using var elasticsearch = await Emulator.StartAsync("elasticsearch");
        await using var discord = await Emulator.StartAsync("discord");
        await using var model = await FakeModel.StartAsync();
        model.Answer = _ => FakeModel.Verdict("PocketBase has no address.", ["lookup pocketbase on 10.43.0.10:53"], "Make its service.");
        var at = DateTimeOffset.UtcNow;
        await StoreAsync(elasticsearch.Address,
            Line(at.AddMinutes(-6), "agent", "info", "Application started. Press Ctrl+C to shut down."),
            Line(at.AddMinutes(-1), "agent", "error", "the bridge answered 502"),
            Line(at.AddMinutes(-1), "bridge", "error", "dial tcp: lookup pocketbase on 10.43.0.10:53: no such host"),
            Line(at.AddHours(-5), "agent", "error", "of long ago"));
        await using var host = AiOpsHost.Start(redis, null, null, model, null,
            ("ELASTICSEARCH_URL", elasticsearch.Address.ToString()),
            ("DISCORD_WEBHOOK_URL", $"{discord.Address}api/webhooks/100000000000000001/anything"),
            ("AiOps:Dependencies:agent", "bridge"));
        using var inbox = new HttpClient { BaseAddress = discord.Address };

        await host.AlertAsync(Bodies.Alertmanager("ChatFails", "agent"));
        await Until.TrueAsync(async () => (await inbox.GetStringAsync("/api/inbox")).Contains("failure detected", StringComparison.Ordinal), host.Errors);
        await host.AlertAsync(Bodies.Alertmanager("ChatFails", "agent", resolved: true));
        await Until.TrueAsync(async () => (await inbox.GetStringAsync("/api/inbox")).Contains("Resolved: agent", StringComparison.Ordinal), host.Errors);

        var asked = (string)model.Questions.Single()["messages"]![1]!["content"]!;
        Assert.Contains("the bridge answered 502", asked, StringComparison.Ordinal);
        Assert.Contains("The service last started at", asked, StringComparison.Ordinal);
        Assert.Contains("Errors logged in the minutes before the alert:", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("of long ago", asked, StringComparison.Ordinal);
        Assert.Contains("dial tcp: lookup pocketbase on 10.43.0.10:53: no such host", await inbox.GetStringAsync("/api/inbox"), StringComparison.Ordinal);
    }

    [EmulatorFact]
    public async Task Discords_own_pace_is_kept_and_no_message_is_lost_or_doubled()
    {
        await using var redis = await RedisProcess.StartAsync(RedisKind.Emulator);
        await using var discord = await Emulator.StartAsync("discord");
        await using var host = AiOpsHost.Start(redis, settings: ("DISCORD_WEBHOOK_URL", $"{discord.Address}api/webhooks/100000000000000001/anything"));
        using var inbox = new HttpClient { BaseAddress = discord.Address };

        for (var i = 0; i < 12; i++)
            await host.AlertAsync(Bodies.Alertmanager($"A{i}", "agent"));
        await Until.TrueAsync(async () => await host.MetricAsync("tmcp_aiops_alert_latency_seconds_count") == 12, host.Errors);

        var messages = JsonNode.Parse(await inbox.GetStringAsync("/api/inbox"))!;
        var list = messages as JsonArray ?? messages["messages"]!.AsArray();
        Assert.Equal(12, list.Count);
        Assert.Equal(12, list.Select(message => message!.ToJsonString()).Distinct().Count());
    }

    private static LogDocument Line(DateTimeOffset at, string service, string level, string text) =>
        new() { Timestamp = at, Message = text, Service = new LogServiceField(service), Log = new LogLevelField(level) };

    private static async Task StoreAsync(Uri address, params LogDocument[] lines)
    {
        using var http = new HttpClient { BaseAddress = address };
        var body = string.Concat(lines.Select(line =>
            $"{{\"create\":{{\"_index\":\"{LogFields.Index(line.Timestamp)}\"}}}}\n{JsonSerializer.Serialize(line, LogDocumentJson.Default.LogDocument)}\n"));
        using var content = new StringContent(body, Encoding.UTF8, "application/x-ndjson");
        using var response = await http.PostAsync("/_bulk?refresh=true", content);
        Assert.Contains("\"errors\":false", (await response.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
