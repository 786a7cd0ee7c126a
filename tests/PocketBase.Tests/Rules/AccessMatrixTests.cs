using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Rules;

/// <summary>Who may do what with the records of a workspace: every caller, every operation, every collection.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class AccessMatrixTests(SharedServer shared)
{
    private static readonly string[] Callers = ["guest", "outsider", "viewer", "member", "owner", "superuser"];
    private static readonly string[] Readers = ["viewer", "member", "owner", "superuser"];
    private static readonly string[] Writers = ["member", "owner", "superuser"];

    public static TheoryData<string> Collections => [.. Samples.Collections];

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Members_and_owner_have_access_and_nobody_else(string collection)
    {
        var tenant = shared.Home;
        var samples = new Samples(shared.Server, shared.AdminToken);
        // A log is written once: only superusers change it.
        var changers = collection == "agent_logs" ? ["superuser"] : Writers;
        var denied = collection == "agent_logs" ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;

        foreach (var caller in Callers)
        {
            using var client = shared.Server.CreateClient(caller switch
            {
                "superuser" => shared.AdminToken,
                "outsider" => shared.Foreign.Owner.Token,
                _ => tenant.TokenOf(caller),
            });
            var root = $"api/collections/{collection}/records";
            var record = await samples.CreateAsync(collection, tenant.WorkspaceId);
            var fields = await samples.FieldsAsync(collection, tenant.WorkspaceId);

            var listed = await client.GetFromJsonAsync<JsonObject>($"{root}?filter=id='{record}'");
            Assert.Equal((caller, Readers.Contains(caller) ? 1 : 0), (caller, (int)listed!["totalItems"]!));

            using var viewed = await client.GetAsync($"{root}/{record}");
            Assert.Equal((caller, Readers.Contains(caller) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (caller, viewed.StatusCode));

            using var body = Samples.ToContent(collection, fields);
            using var created = await client.PostAsync(root, body);
            Assert.Equal((caller, Writers.Contains(caller) ? HttpStatusCode.OK : HttpStatusCode.BadRequest), (caller, created.StatusCode));

            using var updated = await client.PatchAsJsonAsync($"{root}/{record}", new { workspace_id = tenant.WorkspaceId });
            Assert.Equal((caller, changers.Contains(caller) ? HttpStatusCode.OK : denied), (caller, updated.StatusCode));

            using var deleted = await client.DeleteAsync($"{root}/{record}");
            Assert.Equal((caller, changers.Contains(caller) ? HttpStatusCode.NoContent : denied), (caller, deleted.StatusCode));
        }
    }
}
