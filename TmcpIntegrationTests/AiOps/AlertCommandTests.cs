using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>What a person presses in the dashboard.</summary>
[Collection(TmcpStack.Collection)]
public sealed class AlertCommandTests(TmcpStack stack) : IDisposable
{
    private readonly AiOpsClient _agent = new(stack);
    private readonly Inbox _inbox = new(stack);

    public void Dispose()
    {
        _agent.Dispose();
        _inbox.Dispose();
    }

    [Fact]
    public async Task Test_alert_becomes_one_message_that_quotes_its_log_line_and_none_about_the_agents_own_lines()
    {
        var incident = AiOpsClient.IncidentOf(await _agent.PressAsync("fire-test-alert"));

        var message = await _inbox.WaitAsync(incident);

        Assert.Contains("nothing is broken", message.Field("Root Cause"), StringComparison.Ordinal);
        Assert.Contains("Test alert press-", message.Field("Evidence"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', message.ToString());
        Assert.All(await _agent.IncidentsAsync(), one => Assert.False(
            (string?)one["service"] == Names.AiOpsAgent && (string?)one["first"]?["name"] is not ("TestAlert" or "ResourceEnded"), one.ToJsonString()));
    }

    [Fact]
    public async Task Paused_messages_wait_and_are_sent_when_resumed()
    {
        await _agent.PressAsync("pause-notifications");
        string incident;
        try
        {
            incident = AiOpsClient.IncidentOf(await _agent.AlertAsync(Payloads.Classic($"svc-{Guid.NewGuid():N}"[..16])));
            await Until.TrueAsync(async () => await HasAsync(incident, "analysed"), () => "the analysis");
            Assert.Empty(await _inbox.OfAsync(incident));
            Assert.False(await HasAsync(incident, "told"));
        }
        finally
        {
            await _agent.PressAsync("resume-notifications");
        }

        await _inbox.WaitAsync(incident);
    }

    [Fact]
    public async Task Storm_of_ten_thousand_lines_is_as_many_messages_as_it_has_causes()
    {
        var receipt = await _agent.PressAsync("simulate-log-storm");
        var incidents = receipt["decisions"]!.AsArray().Select(decision => (string)decision!["incident"]!).Distinct().ToArray();

        Assert.Equal((10_000, 20), ((int)receipt["received"]!, incidents.Length));
        foreach (var incident in incidents)
            await _inbox.WaitAsync(incident);
        Assert.Equal(incidents.Length, (await _inbox.ListAsync()).Count(message => message.Title.Contains("storm", StringComparison.Ordinal)));
    }

    private async Task<bool> HasAsync(string incident, string what) =>
        (await _agent.IncidentAsync(incident))["timeline"]!.AsArray().Any(entry => (string)entry!["what"]! == what);
}
