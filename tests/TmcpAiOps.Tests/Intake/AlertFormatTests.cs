using System.Text.Json;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Intake.Formats;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Intake;

public sealed class AlertFormatTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Alertmanager_alerts_keep_labels_description_time_and_link()
    {
        var signal = Assert.Single(Read(Bodies.Alertmanager("HighErrorRate", "agent", description: "5 % of requests fail")));

        Assert.Equal("alertmanager", signal.Source);
        Assert.Equal("agent", signal.Service);
        Assert.Equal("HighErrorRate", signal.Name);
        Assert.Equal("5 % of requests fail", signal.Message);
        Assert.Equal(Severity.Critical, signal.Severity);
        Assert.Equal("http://prometheus:9090/graph", signal.Link);
        Assert.False(signal.Resolved);
    }

    [Fact]
    public void Alertmanager_resolved_alerts_are_read_as_resolved() =>
        Assert.True(Assert.Single(Read(Bodies.Alertmanager("HighErrorRate", "agent", resolved: true))).Resolved);

    [Theory]
    [InlineData("""{"labels":{"alertname":"A","service":"s","app":"x"}}""", "s")]
    [InlineData("""{"labels":{"alertname":"A","app":"x","job":"j"}}""", "x")]
    [InlineData("""{"labels":{"alertname":"A","job":"j"}}""", "j")]
    [InlineData("""{"labels":{"alertname":"A","pod":"blog-deployment-7d9f8b6c5-x2x9z"}}""", "blog")]
    [InlineData("""{"labels":{"alertname":"A"}}""", "unknown-service")]
    public void The_service_is_taken_from_the_most_telling_label(string alert, string service) =>
        Assert.Equal(service, Assert.Single(Read($$"""{"alerts":[{{alert}}]}""")).Service);

    [Fact]
    public void Grafana_alerts_are_told_from_alertmanagers_by_their_own_fields()
    {
        var signal = Assert.Single(Read(
            """{"receiver":"x","status":"firing","orgId":1,"version":"1","title":"[FIRING:1]","alerts":[{"status":"firing","labels":{"alertname":"Disk","service":"redis","severity":"warning"},"annotations":{"summary":"90 % full"},"startsAt":"2026-11-21T05:00:00Z","dashboardURL":"http://grafana/d/1","values":{"B":90}}]}"""));

        Assert.Equal("grafana", signal.Source);
        Assert.Equal("90 % full", signal.Message);
        Assert.Equal(Severity.Warning, signal.Severity);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 5, 0, 0, TimeSpan.Zero), signal.At);
    }

    [Theory]
    [InlineData("alerting", false)]
    [InlineData("ok", true)]
    public void Grafanas_old_form_has_its_states(string state, bool resolved)
    {
        var signal = Assert.Single(Read($$$"""{"title":"[Alerting] cpu","ruleName":"cpu","ruleId":1,"state":"{{{state}}}","message":"too hot","evalMatches":[{"value":1,"metric":"x","tags":{}}],"tags":{"service":"agent"}}"""));

        Assert.Equal(resolved, signal.Resolved);
        Assert.Equal(("agent", "cpu", "too hot"), (signal.Service, signal.Name, signal.Message));
    }

    [Theory]
    [InlineData("""{"rule":{"id":"r1","name":"log errors"},"alert":{"id":"agent","actionGroup":"logs.threshold.fired"},"context":{"message":"12 entries"},"date":"2026-11-21T05:59:00Z"}""", false)]
    [InlineData("""{"rule":{"id":"r1","name":"log errors"},"alert":{"id":"agent","actionGroup":"recovered"},"context":{"reason":"12 entries"},"date":"2026-11-21T05:59:00Z"}""", true)]
    [InlineData("""{"rule_name":"log errors","alert_id":"agent","alertActionGroup":"default","message":"12 entries"}""", false)]
    public void Kibana_rule_actions_are_read_in_the_new_and_the_flat_form(string body, bool resolved)
    {
        var signal = Assert.Single(Read(body));

        Assert.Equal(("kibana", "log errors", "agent", "12 entries", resolved), (signal.Source, signal.Name, signal.Service, signal.Message, signal.Resolved));
    }

    [Fact]
    public void The_first_forms_field_names_still_work()
    {
        var signal = Assert.Single(Read(Bodies.Classic("blog", "boom", "2026-11-21T05:30:00Z")));

        Assert.Equal(("classic", "blog", "boom", Severity.Error), (signal.Source, signal.Service, signal.Message, signal.Severity));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 5, 30, 0, TimeSpan.Zero), signal.At);
    }

    [Theory]
    [InlineData("[]", "no known alert")]
    [InlineData("\"x\"", "no known alert")]
    [InlineData("{}", "no known alert")]
    [InlineData("""{"foo":1}""", "no known alert")]
    [InlineData("""{"alerts":{}}""", "not a list")]
    [InlineData("""{"alerts":[]}""", "empty list")]
    [InlineData("""{"alerts":[1]}""", "alerts[0] is a number")]
    [InlineData("""{"alerts":[{}]}""", "neither labels nor annotations")]
    [InlineData("""{"alerts":[{"labels":[]}]}""", "'labels' is a list")]
    [InlineData("""{"alerts":[{"labels":{"a":{}}}]}""", "'a' is an object")]
    [InlineData("""{"alerts":[{"status":"maybe","labels":{"a":"b"}}]}""", "Send 'firing' or 'resolved'")]
    [InlineData("""{"version":"3","alerts":[{"labels":{"a":"b"}}]}""", "version '3'")]
    [InlineData("""{"service_name":"x"}""", "no 'error_message'")]
    [InlineData("""{"service_name":"x","error_message":"\ud800"}""", "surrogate")]
    [InlineData("""{"alerts":[{"labels":{"\ud800":"x"}}]}""", "surrogate")]
    [InlineData("""{"rule":{}}""", "names no rule")]
    [InlineData("""{"ruleName":"x","state":"weird"}""", "state 'weird'")]
    public void What_is_wrong_is_refused_with_what_and_where(string body, string said) =>
        Assert.Contains(said, Assert.Throws<BodyException>(() => Read(body)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"2026-11-21T05:00:00+01:00\"", "2026-11-21T04:00:00Z")]
    [InlineData("1795237200", "2026-11-21T05:00:00Z")]
    [InlineData("1795237200000", "2026-11-21T05:00:00Z")]
    [InlineData("\"yesterday\"", "2026-11-21T06:00:00Z")]
    [InlineData("\"1970-01-01T00:00:00Z\"", "2026-11-21T06:00:00Z")]
    [InlineData("1e300", "2026-11-21T06:00:00Z")]
    public void Times_are_read_in_all_usual_forms_and_absurd_ones_replaced(string written, string read) =>
        Assert.Equal(DateTimeOffset.Parse(read), Read($$"""{"service_name":"x","error_message":"y","timestamp":{{written}}}""")[0].At);

    private static IReadOnlyList<Signal> Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        return AlertFormats.Read(json.RootElement, _now);
    }
}
