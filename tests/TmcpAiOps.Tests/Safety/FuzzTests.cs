using System.Text;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Intake;
using Tmcp.AiOps.Intake.Formats;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Safety;

/// <summary>Mutated bodies are taken or refused; nothing else, and without growth.</summary>
[Collection(AloneCollection.Name)]
public sealed class FuzzTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    private const int InProcess = 100_000;
    private const int OverHttp = 3_000;

    private static readonly string[] _seeds =
    [
        Bodies.Alertmanager("A", "agent"), Bodies.Alertmanager("A", "agent", resolved: true), Bodies.Classic("blog", "boom"),
        """{"receiver":"x","status":"firing","orgId":1,"version":"1","alerts":[{"status":"firing","labels":{"alertname":"Disk"},"annotations":{"summary":"x"},"startsAt":"2026-11-21T05:00:00Z","values":{"B":90}}]}""",
        """{"title":"[Alerting] cpu","ruleName":"cpu","state":"alerting","message":"too hot","evalMatches":[{"value":1}],"tags":{"service":"agent"}}""",
        """{"rule":{"id":"r1","name":"log errors"},"alert":{"id":"agent","actionGroup":"recovered"},"context":{"message":"12"},"date":"2026-11-21T05:59:00Z"}""",
        $"[{Bodies.Record("ERROR x")},{Bodies.Record("info: y")}]", $"{Bodies.Record("fail: a")}\n{Bodies.Record("panic: b")}",
        """{"@timestamp":"2026-11-21T05:00:00Z","message":"m","log":{"level":"error"},"service":{"name":"s"},"kubernetes":{"namespace_name":"n","pod_name":"p-0","labels":{"app":"a"}}}""",
    ];

    [Fact]
    public void A_hundred_thousand_mutated_bodies_are_read_or_refused_and_leave_nothing_behind()
    {
        var mutator = new Mutator(20261121);
        var now = DateTimeOffset.UtcNow;
        var grouping = new Grouping(Microsoft.Extensions.Options.Options.Create(new GroupingOptions()));
        var (read, refused) = (0, 0);
        var before = 0L;
        for (var i = 0; i < InProcess; i++)
        {
            if (i == InProcess / 5)
                before = GC.GetTotalMemory(forceFullCollection: true);
            var body = mutator.Mutate(_seeds[i % _seeds.Length]);
            try
            {
                ReadAsAlert(body, now, grouping);
                read++;
            }
            catch (BodyException)
            {
                refused++;
            }

            try
            {
                ReadAsLogs(body, now);
                read++;
            }
            catch (BodyException)
            {
                refused++;
            }
        }

        Assert.InRange(read, InProcess / 20, InProcess * 2);
        Assert.InRange(refused, InProcess / 20, InProcess * 2);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [RealRedisFact]
    public async Task Over_the_wire_every_mutated_body_gets_202_400_or_413()
    {
        await using var host = fixture.StartHost(("AiOps:Intake:MaxAlertBytes", "20000"));
        var mutator = new Mutator(7);

        await Parallel.ForEachAsync(Enumerable.Range(0, OverHttp).Select(i => (Index: i, Body: mutator.Mutate(_seeds[i % _seeds.Length]))), async (one, cancellationToken) =>
        {
            using var content = new ByteArrayContent(one.Body);
            using var response = await host.Http.PostAsync(one.Index % 2 == 0 ? "/api/webhook/alert" : "/api/webhook/k8s-logs", content, cancellationToken);
            Assert.True((int)response.StatusCode is 202 or 400 or 413, $"{response.StatusCode} for {Encoding.UTF8.GetString(one.Body)}\n{host.Errors()}");
        });
    }

    private static void ReadAsAlert(byte[] body, DateTimeOffset now, Grouping grouping)
    {
        using var json = JsonBodies.ParseOne(body);
        foreach (var signal in AlertFormats.Read(json.RootElement, now))
            grouping.ByLabels(signal);
    }

    private static void ReadAsLogs(byte[] body, DateTimeOffset now) => JsonBodies.EachRecord(body, element =>
    {
        if (LogRecord.Read(element, now) is { } record)
            record.ToSignal(Tmcp.AiOps.Logs.LineSeverity.Of(record.Line, record.Level));
    });
}
