using System.Text.Json;
using Tmcp.Tests.Shared;

namespace Tmcp.Bench.Bridge;

/// <summary>What is asked for: the tool, its request on each side, and a text that a right answer holds.</summary>
internal sealed record BenchCall(string Tool, byte[] Message, string DirectPath, string Token, string Expected);

/// <summary>A user with a workspace of 200 campaigns, a page of 30 of which is about 20 KB of JSON.</summary>
internal sealed record BenchData(IReadOnlyList<BenchCall> Calls)
{
    private const int Campaigns = 200;
    private const string Collection = "marketing_campaigns";

    public static async Task<BenchData> CreateAsync(PocketBaseServer pocketBase)
    {
        var user = await pocketBase.CreateUserAsync("bench@tmcp.test");
        var workspace = await pocketBase.CreateWorkspaceAsync(user, "Bench");
        var id = "";
        for (var index = 0; index < Campaigns; index++)
        {
            var strategy = new { goal = "More sign-ups in spring", positioning = "The friendly choice", toneOfVoice = "Warm & clear" };
            var record = await pocketBase.CreateRecordAsync(user.Token, Collection, new
            {
                workspace_id = workspace, name = $"Campaign {index}", status = "planned", campaign_type = "awareness", budget = 1_000 + index, kpi_targets = new { strategy },
            });
            id = (string)record["id"]!;
        }

        var filter = $"workspace_id = \"{workspace}\"";
        var path = $"api/collections/{Collection}/records";
        return new BenchData(
        [
            new("get_record", Message("get_record", new { collection = Collection, record_id = id }), $"{path}/{id}", user.Token, id),
            new(
                "list_records",
                Message("list_records", new { collection = Collection, filter, sort = "-created" }),
                $"{path}?page=1&perPage=30&sort=-created&filter={Uri.EscapeDataString(filter)}",
                user.Token,
                "totalItems"),
        ]);
    }

    private static byte[] Message(string name, object arguments) =>
        JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name, arguments } });
}
