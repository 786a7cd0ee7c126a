using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;
using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Starting;

/// <summary>
/// The volume of the server that ran before this one: the same collections under the same ids, made by migrations that are not ours, with other rules,
/// fewer fields and no time stamps.
/// </summary>
[Collection(SharedServerCollection.Name)]
public sealed class EarlierDataTests(SharedServer shared) : IAsyncLifetime
{
    private const string Earlier = """
        migrate((app) => {
          const users = app.findCollectionByNameOrId("users");
          users.fields.add(new SelectField({ name: "role", values: ["admin", "manager", "member", "viewer"], maxSelect: 1 }));
          app.save(users);
          const signedIn = "@request.auth.id != ''";
          const open = (rule) => ({ listRule: rule, viewRule: rule, createRule: rule, updateRule: rule, deleteRule: rule });
          app.save(new Collection({ type: "base", id: "workspaces00000", name: "workspaces", ...open(signedIn), fields: [
            { type: "text", id: "text_of_before", name: "name", required: true },
            { type: "relation", name: "owner_id", collectionId: "_pb_users_auth_", maxSelect: 1, required: true },
            { type: "relation", name: "members", collectionId: "_pb_users_auth_", maxSelect: 99999 },
            { type: "json", name: "settings" }] }));
          const workspace = { type: "relation", name: "workspace_id", collectionId: "workspaces00000", maxSelect: 1, required: true, cascadeDelete: true };
          app.save(new Collection({ type: "base", id: "brandidentities", name: "brand_identities", ...open(signedIn), fields: [
            workspace, { type: "text", name: "brand_name", required: true }, { type: "json", name: "core_messaging" }] }));
          app.save(new Collection({ type: "base", id: "agentlogs000000", name: "agent_logs", ...open(""), fields: [
            workspace, { type: "text", name: "agent_name", required: true }, { type: "text", name: "action", required: true },
            { type: "select", name: "status", required: true, maxSelect: 1, values: ["success", "failed", "pending"] }] }));
        }, () => {});
        """;

    private readonly string _migrations = OwnedFolder.Create("tmcp-earlier-");
    private readonly string _data = OwnedFolder.Create("tmcp-earlier-");
    private readonly string _password = Guid.NewGuid().ToString("N");

    public Task InitializeAsync() => File.WriteAllTextAsync(Path.Combine(_migrations, "1700000000_earlier.js"), Earlier);

    public Task DisposeAsync()
    {
        Directory.Delete(_migrations, recursive: true);
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Its_records_stay_and_its_collections_become_ours()
    {
        string brand;
        PocketBaseUser user;
        await using (var before = await PocketBaseServer.StartAsync(Options(_migrations)))
        {
            user = await before.CreateUserAsync("owner@example.org", "manager");
            var workspace = await before.CreateWorkspaceAsync(user, "Of before");
            brand = (string)(await before.CreateRecordAsync(
                user.Token, "brand_identities", new { workspace_id = workspace, brand_name = "Kept", core_messaging = new { slogan = "Still here" } }))["id"]!;
            await before.CreateRecordAsync(user.Token, "agent_logs", new { workspace_id = workspace, agent_name = "Strategist", action = "plan", status = "success" });
        }

        await using var after = await PocketBaseServer.StartAsync(Options(new PocketBaseServerOptions().MigrationsFolder));

        var token = await after.SignInAsync("users", user.Email, user.Password);
        var found = await after.SendAsync(token, HttpMethod.Get, $"api/collections/brand_identities/records/{brand}?expand=workspace_id");
        Assert.Equal(
            ("Kept", "Still here", "Of before"),
            ((string?)found["brand_name"], (string?)found["core_messaging"]!["slogan"], (string?)found["expand"]!["workspace_id"]!["name"]));
        Assert.Empty((await after.SendAsync(null, HttpMethod.Get, "api/collections/agent_logs/records"))["items"]!.AsArray());
        Assert.Single((await after.SendAsync(token, HttpMethod.Get, "api/collections/agent_logs/records"))["items"]!.AsArray());
        Assert.Equal(await DescribeAsync(shared.Server), await DescribeAsync(after));
    }

    private PocketBaseServerOptions Options(string migrations) => new() { DataFolder = _data, MigrationsFolder = migrations, AdminPassword = _password };

    // Names, kinds, rules and indexes; the ids of fields differ, and with them the order.
    private static async Task<string> DescribeAsync(PocketBaseServer server)
    {
        var all = await server.SendAsync(await server.SignInAsAdminAsync(), HttpMethod.Get, "api/collections?perPage=200");
        var lines = all["items"]!.AsArray().OrderBy(item => (string?)item!["name"], StringComparer.Ordinal).SelectMany(item => new[]
            {
                $"{item!["name"]} {item["id"]} {string.Join(" | ", ((string[])["listRule", "viewRule", "createRule", "updateRule", "deleteRule"]).Select(rule => item[rule]?.ToJsonString()))}",
                $"  {item["indexes"]}",
            }
            .Concat(item["fields"]!.AsArray().Select(Describe).Order(StringComparer.Ordinal)));
        return string.Join('\n', lines);
    }

    private static string Describe(JsonNode? field)
    {
        var copy = field!.DeepClone().AsObject();
        copy.Remove("id");
        return $"  {copy.ToJsonString()}";
    }
}
