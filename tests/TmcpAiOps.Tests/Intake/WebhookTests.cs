using System.Net;
using System.Text;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Intake;

public sealed class WebhookTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisFact]
    public async Task Every_alert_gets_its_decision_and_the_reason()
    {
        await using var host = fixture.StartHost();

        var first = (await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "a")))[0];
        var incident = (string)first["incident"]!;

        Assert.Equal("accepted", (string)first["decision"]!);
        Assert.Equal($"repeat of {incident}", (string)(await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "a")))[0]["reason"]!);
        Assert.Equal($"grouped into {incident}", (string)(await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "b")))[0]["reason"]!);
        Assert.StartsWith("below severity", (string)(await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "c", severity: "info")))[0]["reason"]!, StringComparison.Ordinal);
        Assert.Equal($"resolved {incident}", (string)(await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "a", resolved: true)))[0]["reason"]!);
        Assert.Equal("nothing_open", (string)(await host.AlertAsync(Bodies.Alertmanager("HighLoad", "agent", "a", resolved: true)))[0]["decision"]!);
    }

    [RealRedisFact]
    public async Task Different_alerts_of_one_service_are_different_incidents()
    {
        await using var host = fixture.StartHost();

        Assert.Equal("accepted", await host.DecideAsync(Bodies.Alertmanager("DiskFull", "redis")));
        Assert.Equal("accepted", await host.DecideAsync(Bodies.Alertmanager("HighLoad", "redis")));
        Assert.Equal("accepted", await host.DecideAsync(Bodies.Classic("redis", "cannot write")));
        Assert.Equal("accepted", await host.DecideAsync(Bodies.Classic("redis", "cannot read")));
    }

    [RealRedisFact]
    public async Task Alerts_without_a_service_do_not_share_a_key()
    {
        await using var host = fixture.StartHost();

        Assert.Equal("accepted", await host.DecideAsync("""{"alerts":[{"labels":{"alertname":"A","severity":"error"}}]}"""));
        Assert.Equal("accepted", await host.DecideAsync("""{"alerts":[{"labels":{"alertname":"B","severity":"error"}}]}"""));
    }

    [RealRedisTheory]
    [InlineData("[{0},{1}]")]
    [InlineData("{0}\n{1}")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("{0} {1}")]
    public async Task Log_lines_come_as_a_list_or_line_by_line(string form)
    {
        await using var host = fixture.StartHost();
        var body = form.Replace("{0}", Bodies.Record("ERROR no such host redis"), StringComparison.Ordinal)
            .Replace("{1}", Bodies.Record("ERROR disk full", "blog"), StringComparison.Ordinal);

        var answer = await host.LogsAsync(body);

        Assert.Equal(2, (int)answer["received"]!);
        Assert.Equal(["agent", "blog"], answer["decisions"]!.AsArray().Select(decision => (string)decision!["service"]!).Order());
    }

    [RealRedisFact]
    public async Task A_line_with_bytes_that_are_no_text_does_not_cost_the_others()
    {
        await using var host = fixture.StartHost();
        byte[] body = [.. Encoding.UTF8.GetBytes(Bodies.Record("ERROR one")), (byte)'\n', .. "{\"message\":\"ERROR bad "u8, 0xFF, 0xFE, .. "\"}"u8];

        using var response = await host.Http.PostAsync("/api/webhook/k8s-logs", new ByteArrayContent(body));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(2, await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"accepted\"}"));
    }

    [RealRedisFact]
    public async Task A_single_record_with_the_old_field_log_counts()
    {
        await using var host = fixture.StartHost();

        var answer = await host.LogsAsync("""{"log":"2026-11-21 05:00:00 ERROR boom\n","kubernetes":{"namespace_name":"default","pod_name":"blog-deployment-7d9f8b6c5-x2x9z"}}""");

        Assert.Equal("accepted", (string)answer["decisions"]![0]!["decision"]!);
        Assert.Equal("blog", (string)answer["decisions"]![0]!["service"]!);
    }

    [RealRedisFact]
    public async Task Lines_that_are_left_out_are_counted_with_the_reason()
    {
        await using var host = fixture.StartHost();

        var answer = await host.LogsAsync($"""
            {Bodies.Record("info: all is well")}
            {Bodies.Record("ERROR of mine", "aiops-agent")}
            {Bodies.Record("ERROR real")}
            {Bodies.Record("ERROR real")}
            """);

        Assert.Equal(
            ["accepted 2", "below_severity 1", "own_line 1"],
            answer["decisions"]!.AsArray().Select(decision => $"{(string)decision!["decision"]!} {(int)decision["count"]!}").Order());
        Assert.Equal(1, await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"own_line\"}"));
        Assert.Equal(1, await host.MetricAsync("tmcp_aiops_alerts_total{outcome=\"below_severity\"}"));
        Assert.Equal(4, await host.MetricAsync("tmcp_aiops_received_total{route=\"k8s-logs\"}"));
    }

    [RealRedisTheory]
    [InlineData("alert", "")]
    [InlineData("alert", "{")]
    [InlineData("alert", "not json")]
    [InlineData("alert", "{}")]
    [InlineData("alert", "{\"alerts\":[{\"labels\":{\"a\":\"b\"}}]} x")]
    [InlineData("k8s-logs", "")]
    [InlineData("k8s-logs", "[]")]
    [InlineData("k8s-logs", "{\"log\":\"ERROR x\"}\n{\"log\":")]
    [InlineData("k8s-logs", "[1,2]")]
    [InlineData("k8s-logs", "[{\"foo\":1}]")]
    [InlineData("k8s-logs", "{\"log\":{\"deep\":[]}}")]
    public async Task Bad_bodies_are_refused_with_problem_details_and_never_taken(string route, string body)
    {
        await using var host = fixture.StartHost();

        var (status, problem) = await host.PostAsync($"/api/webhook/{route}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("urn:tmcp:problem:bad-body", (string)problem["type"]!);
        Assert.NotEmpty((string)problem["detail"]!);
    }

    [RealRedisTheory]
    [InlineData("alert", true)]
    [InlineData("alert", false)]
    [InlineData("k8s-logs", false)]
    public async Task A_body_over_the_limit_is_refused_with_413(string route, bool chunked)
    {
        await using var host = fixture.StartHost(("AiOps:Intake:MaxAlertBytes", "2000"), ("AiOps:Intake:MaxLogBytes", "2000"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhook/{route}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Bodies.Classic("x", new string('y', 3000)))),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [RealRedisTheory]
    [InlineData(null, 401)]
    [InlineData("wrong-token-wrong-token", 401)]
    [InlineData("right-token-right-token", 202)]
    public async Task The_token_is_asked_for_when_one_is_set(string? sent, int status)
    {
        await using var host = fixture.StartHost(("AIOPS_TOKEN", "right-token-right-token"));

        var (alert, _) = await host.PostAsync("/api/webhook/alert", Bodies.Classic("x", "y"), sent);
        var (logs, _) = await host.PostAsync("/api/webhook/k8s-logs", Bodies.Record("ERROR x"), sent);

        Assert.Equal((status, status), ((int)alert, (int)logs));
    }

    [RealRedisFact]
    public async Task Past_the_backlogs_limit_the_answer_is_503_and_says_why()
    {
        await using var host = fixture.StartHost(("AiOps:Intake:MaxBacklog", "100"));
        host.Get<Tmcp.AiOps.Queue.Backlog>().Length = 100;

        var (status, problem) = await host.PostAsync("/api/webhook/alert", Bodies.Classic("x", "y"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("MaxBacklog", (string)problem["detail"]!, StringComparison.Ordinal);
    }
}
