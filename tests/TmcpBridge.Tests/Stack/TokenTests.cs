using ModelContextProtocol.Client;
using Tmcp.Bridge.Tests.Support;
using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Stack;

/// <summary>PocketBase answers a bad token as it answers a guest; the bridge must not pass that on as a result.</summary>
[Collection(PocketBaseTests.Name)]
public sealed class TokenTests(PocketBaseFixture fixture)
{
    private const string Campaigns = "marketing_campaigns";

    [Theory]
    [InlineData("nonsense", "malformed")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJjb2xsZWN0aW9uSWQiOiJfcGJfdXNlcnNfYXV0aF8iLCJleHAiOjE2MDAwMDAwMDAsImlkIjoieCIsInR5cGUiOiJhdXRoIn0.c2ln", "expired at 2020-09-13")]
    public async Task Bad_token_is_told_instead_of_an_empty_list(string token, string reason)
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);

        var text = await client.CallTextAsync("list_records", new { collection = Campaigns, auth_token = token });

        Assert.StartsWith("Error: The PocketBase token ", text);
        Assert.Contains(reason, text);
        Assert.Contains("Sign in with POST /api/collections/users/auth-with-password", text);
    }

    [Fact]
    public async Task Forged_token_is_told_instead_of_an_empty_list()
    {
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address);
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);
        var parts = fixture.Alice.Token.Split('.');

        var text = await client.CallTextAsync("list_records", new { collection = Campaigns, auth_token = $"{parts[0]}.{parts[1]}.Zm9yZ2Vk" });

        Assert.StartsWith("Error: PocketBase does not accept the token (HTTP 401)", text);
    }

    [Fact]
    public async Task Token_that_is_revoked_after_its_check_is_told_soon()
    {
        var clock = new ManualClock();
        clock.Advance(DateTimeOffset.UtcNow - clock.GetUtcNow());
        var user = await fixture.PocketBase.CreateUserAsync($"{Guid.NewGuid():N}@tmcp.test");
        await using var bridge = await BridgeHost.StartAsync(fixture.PocketBase.Address, clock);
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp, user.Token);
        Assert.Contains("\"items\": []", await client.CallTextAsync("list_records", new { collection = Campaigns }));

        // A new password makes every earlier token bad.
        var password = Guid.NewGuid().ToString("N");
        await fixture.PocketBase.SendAsync(
            user.Token, HttpMethod.Patch, $"api/collections/users/records/{user.Id}", new { oldPassword = user.Password, password, passwordConfirm = password });
        clock.Advance(TimeSpan.FromSeconds(11));

        Assert.StartsWith("Error: PocketBase does not accept the token", await client.CallTextAsync("list_records", new { collection = Campaigns }));
    }

    [Fact]
    public async Task Service_account_signs_in_again_when_its_token_is_revoked()
    {
        await using var pocketBase = await PocketBaseServer.StartAsync();
        var clock = new ManualClock();
        clock.Advance(DateTimeOffset.UtcNow - clock.GetUtcNow());
        var owner = await pocketBase.CreateUserAsync("owner@tmcp.test");
        var workspace = await pocketBase.CreateWorkspaceAsync(owner, "Workspace");
        await using var bridge = await BridgeHost.StartAsync(
            pocketBase.Address,
            clock,
            ("PocketBase:User", pocketBase.AdminEmail),
            ("PocketBase:Password", pocketBase.AdminPassword),
            ("Bridge:AnonymousCallers", "ServiceAccount"));
        await using var client = await Mcp.ConnectAsync(bridge, HttpTransportMode.StreamableHttp);
        Assert.Contains(workspace, await client.CallTextAsync("list_records", new { collection = "workspaces" }));

        // The same password set again still makes a new token key.
        var admin = await pocketBase.SignInAsAdminAsync();
        var superusers = await pocketBase.SendAsync(admin, HttpMethod.Get, "api/collections/_superusers/records");
        await pocketBase.SendAsync(
            admin,
            HttpMethod.Patch,
            $"api/collections/_superusers/records/{superusers["items"]![0]!["id"]}",
            new { password = pocketBase.AdminPassword, passwordConfirm = pocketBase.AdminPassword });
        clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Contains(workspace, await client.CallTextAsync("list_records", new { collection = "workspaces" }));
        Assert.Contains("no longer accepts the bridge's token", bridge.CapturedLog.Text);
    }
}
