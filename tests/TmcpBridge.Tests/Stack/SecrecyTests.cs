using System.Collections.Concurrent;
using System.Diagnostics;
using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;

namespace Tmcp.Bridge.Tests.Stack;

[Collection(PocketBaseTests.Name)]
public sealed class SecrecyTests(PocketBaseFixture fixture)
{
    [Theory]
    [InlineData(HttpTransportMode.Sse)]
    [InlineData(HttpTransportMode.StreamableHttp)]
    public async Task No_log_line_or_span_carries_a_token_or_password(HttpTransportMode mode)
    {
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);

        var bridge = await BridgeHost.StartAsAdminAsync(fixture.PocketBase);
        await using (var byHeader = await Mcp.ConnectAsync(bridge, mode, fixture.Alice.Token))
        {
            await byHeader.CallTextAsync("list_records", new { collection = "workspaces" });
            await byHeader.ReadTextAsync("pocketbase://workspaces/records");
            await byHeader.CallTextAsync("get_record", new { collection = "workspaces", record_id = "aaaaaaaaaaaaaaa" });
        }

        await using (var byArgument = await Mcp.ConnectAsync(bridge, mode))
        {
            await byArgument.CallTextAsync("list_records", new { collection = "workspaces", auth_token = fixture.Bob.Token });
            await byArgument.CallTextAsync("list_records", new { collection = "workspaces", auth_token = 7 });
            await byArgument.CallTextAsync("list_records", new { collection = "workspaces" });
        }

        await bridge.DisposeAsync();

        var told = bridge.CapturedLog.Text + string.Join('\n', spans);
        Assert.Contains("tools/call list_records", told);
        foreach (var secret in new[] { fixture.Alice.Token, fixture.Bob.Token, fixture.PocketBase.AdminPassword, fixture.PocketBase.AdminEmail })
            Assert.DoesNotContain(secret, told);
    }

    [Fact]
    public async Task No_log_line_carries_a_session_id()
    {
        var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        string id;
        await using (var stream = await RawSse.OpenAsync(bridge, fixture.Alice.Token))
        {
            id = stream.SessionId;
            await stream.InitializeAsync();
            await stream.CallAsync("count_records", new { collection = "workspaces" });
        }

        await bridge.DisposeAsync();

        Assert.Contains("SSE session closed", bridge.CapturedLog.Text);
        Assert.DoesNotContain(id, bridge.CapturedLog.Text);
    }
}
