using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>Every way in leads to one message; where a sender says that it is over, that message is edited.</summary>
[Collection(TmcpStack.Collection)]
public sealed class PayloadTests(TmcpStack stack) : IDisposable
{
    private readonly AiOpsClient _agent = new(stack);
    private readonly Inbox _inbox = new(stack);
    private readonly string _service = $"svc-{Guid.NewGuid():N}"[..16];

    public void Dispose()
    {
        _agent.Dispose();
        _inbox.Dispose();
    }

    [Theory]
    [InlineData("alertmanager")]
    [InlineData("grafana")]
    [InlineData("grafana before version 8")]
    [InlineData("kibana")]
    public async Task Alert_becomes_a_message_and_its_end_an_edit_of_the_same(string sender)
    {
        string Body(bool resolved) => sender switch
        {
            "alertmanager" => Payloads.Alertmanager(_service, resolved),
            "grafana" => Payloads.Grafana(_service, resolved),
            "kibana" => Payloads.Kibana(_service, resolved),
            _ => Payloads.GrafanaLegacy(_service, resolved),
        };

        var incident = AiOpsClient.IncidentOf(await _agent.AlertAsync(Body(resolved: false)));
        var message = await _inbox.WaitAsync(incident);
        AssertGood(message);

        Assert.Equal(incident, AiOpsClient.IncidentOf(await _agent.AlertAsync(Body(resolved: true))));
        var resolved = await _inbox.WaitAsync(incident, edited => edited.Title.Contains("Resolved", StringComparison.Ordinal));
        Assert.Equal((message.Id, true), (resolved.Id, resolved.IsEdited));
    }

    [Fact]
    public async Task Classic_body_becomes_a_message() =>
        AssertGood(await _inbox.WaitAsync(AiOpsClient.IncidentOf(await _agent.AlertAsync(Payloads.Classic(_service)))));

    [Theory]
    [InlineData("one object")]
    [InlineData("a list")]
    [InlineData("one after the other")]
    public async Task Log_lines_of_one_cause_become_one_message_in_every_form(string form)
    {
        string[] records = [Payloads.Record(_service), Payloads.Record(_service, "log"), Payloads.Record(_service)];
        var body = form switch
        {
            "one object" => records[0],
            "a list" => $"[{string.Join(',', records)}]",
            _ => string.Join('\n', records),
        };

        var receipt = await _agent.LinesAsync(body);

        Assert.Equal(form == "one object" ? 1 : 3, (int)receipt["received"]!);
        var incident = Assert.Single(receipt["decisions"]!.AsArray().Select(decision => (string)decision!["incident"]!).Distinct());
        AssertGood(await _inbox.WaitAsync(incident));
    }

    [Theory]
    [InlineData("/api/webhook/alert")]
    [InlineData("/api/webhook/k8s-logs")]
    [InlineData("/api/incidents")]
    [InlineData("/aiops-agent/api/incidents")]
    [InlineData("/api/aiops/webhook/alert")]
    [InlineData("/api/agent/../webhook/alert")]
    [InlineData("/metrics")]
    public async Task Gateway_has_no_way_to_the_agent(string path)
    {
        var before = (await _agent.IncidentsAsync()).Length;
        using var gateway = stack.CreateGatewayClient();

        using var get = await gateway.GetAsync(path);
        using var body = new StringContent(Payloads.Classic(_service));
        using var post = await gateway.PostAsync(path, body);

        Assert.InRange((int)get.StatusCode, 400, 499);
        Assert.InRange((int)post.StatusCode, 400, 499);
        Assert.Equal(before, (await _agent.IncidentsAsync()).Length);
        Assert.DoesNotContain(Names.AiOpsAgent, await get.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private void AssertGood(InboxMessage message)
    {
        Assert.Equal($"🚨 Alert: {_service} failure detected", message.Title);
        Assert.Contains("connection refused", message.Field("Description"), StringComparison.Ordinal);
        Assert.Contains($"{_service} cannot connect", message.Field("Root Cause Analysis (rules"), StringComparison.Ordinal);
        Assert.Contains(Payloads.Message, message.Field("Evidence"), StringComparison.Ordinal);
        Assert.NotEmpty(message.Field("Suggested Fix"));
        Assert.Contains("/structuredlogs/resource/", message.Field("Links"), StringComparison.Ordinal);
    }
}
