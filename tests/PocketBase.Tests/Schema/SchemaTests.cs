using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Schema;

[Collection(SharedServerCollection.Name)]
public sealed class SchemaTests(SharedServer shared)
{
    private static readonly string[] Expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "expected-schema.txt"));

    private static readonly string[] Names = [.. Expected.Where(line => line[0] != ' ').Select(line => line.Split(' ')[0])];

    public static TheoryData<string> Collections => [.. Names];

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Every_field_is_as_the_contract_says(string name)
    {
        var all = await ReadAsync();
        var names = all.ToDictionary(item => (string)item["id"]!, item => (string)item["name"]!);
        var collection = all.Single(item => (string)item["name"]! == name);

        var actual = collection["fields"]!.AsArray().Select(field => field!.AsObject())
            .Where(field => (string)field["name"]! is not ("id" or "tokenKey") && (string)field["type"]! != "autodate")
            .Select(field => "  " + FieldText.Of(field, names))
            .Prepend($"{name} {collection["id"]} {collection["type"]}");

        Assert.Equal(ExpectedOf(name), actual);
    }

    [Fact]
    public async Task There_are_no_other_collections()
        => Assert.Equal(Names.Order(), (await ReadAsync()).Select(item => (string)item["name"]!).Order());

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Every_record_says_when_it_was_made_and_changed(string name)
    {
        var fields = (await ReadAsync()).Single(item => (string)item["name"]! == name)["fields"]!.AsArray();

        var stamps = fields.Where(field => (string)field!["type"]! == "autodate")
            .Select(field => $"{field!["name"]} {field["onCreate"]} {field["onUpdate"]}");

        Assert.Equal(["created true false", "updated true true"], stamps);
    }

    [Fact]
    public async Task Tokens_of_users_live_a_week_and_the_email_is_the_only_identity()
    {
        var users = await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, "api/collections/users");

        Assert.Equal(604800, (int)users["authToken"]!["duration"]!);
        Assert.Equal(["email"], users["passwordAuth"]!["identityFields"]!.AsArray().Select(field => (string)field!));
        Assert.False((bool)users["mfa"]!["enabled"]!);
        Assert.False((bool)users["otp"]!["enabled"]!);
        Assert.False((bool)users["authAlert"]!["enabled"]!);
    }

    [Theory]
    [InlineData("platform_variants", "workspace_id, created")]
    [InlineData("inspiration_events", "workspace_id, event_date")]
    [InlineData("content_briefs", "campaign_id, funnel_stage, angle_name")]
    [InlineData("video_jobs", "status, priority, id")]
    [InlineData("posts", "status, created")]
    [InlineData("posts", "slug")]
    public async Task What_clients_filter_and_sort_by_is_indexed(string name, string columns)
    {
        var collection = (await ReadAsync()).Single(item => (string)item["name"]! == name);

        Assert.Contains(collection["indexes"]!.AsArray(), index => ((string)index!).Contains($"({columns})", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ExpectedOf(string name)
        => Expected.SkipWhile(line => !line.StartsWith($"{name} ", StringComparison.Ordinal))
            .TakeWhile((line, index) => index == 0 || line[0] == ' ');

    private async Task<List<JsonObject>> ReadAsync()
        => [.. (await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, "api/collections?perPage=200"))["items"]!.AsArray()
            .Select(item => item!.AsObject()).Where(item => !(bool)item["system"]!)];
}
