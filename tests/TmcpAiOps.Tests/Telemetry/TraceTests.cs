using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Tmcp.AiOps.Tests.Doubles;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Telemetry;

public sealed class TraceTests(RedisFixture fixture) : IClassFixture<RedisFixture>
{
    [RealRedisFact]
    public async Task One_incident_is_one_tree_from_the_request_to_the_message()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Tmcp.AiOps" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var discord = await FakeDiscord.StartAsync();
        await using var host = fixture.StartHost(discord);
        var traceId = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhook/alert") { Content = new StringContent(Bodies.Classic("blog", "boom"), Encoding.UTF8, "application/json") };
        request.Headers.Add("traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom()}-01");

        using var response = await host.Http.SendAsync(request);
        await Until.TrueAsync(() => spans.Any(span => span.TraceId == traceId && span.DisplayName == "process firing"));

        var tree = spans.Where(span => span.TraceId == traceId).ToList();
        var server = tree.Single(span => span.Kind == ActivityKind.Server);
        var work = tree.Single(span => span.DisplayName == "process firing");
        var told = tree.Single(span => span.DisplayName == "discord post");
        Assert.Equal(server.SpanId, work.ParentSpanId);
        Assert.Equal(work.SpanId, told.ParentSpanId);
        Assert.Contains(tree, span => span.DisplayName == "context");
        Assert.Equal(traceId.ToString(), (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
    }
}
