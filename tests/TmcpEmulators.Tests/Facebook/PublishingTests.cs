using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Facebook;

/// <summary>The demo data of the real PocketBase, published to the emulator.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private const string Password = "demo-password-of-the-tests";
    private const string Workspace = "demoworkspace01";
    private FacebookEmulator _facebook = null!;
    private PocketBaseServer _pocketbase = null!;
    private string _token = null!;

    public async Task InitializeAsync()
    {
        _facebook = await FacebookEmulator.StartAsync();
        _pocketbase = await PocketBaseServer.StartAsync(new PocketBaseServerOptions
        {
            Environment = new Dictionary<string, string> { ["FACEBOOK_GRAPH_URL"] = $"{_facebook.Address}/v24.0", ["TMCP_DEMO_PASSWORD"] = Password },
        });
        _token = await _pocketbase.SignInAsync("users", "demo@tmcp.local", Password);
    }

    public async Task DisposeAsync()
    {
        await _pocketbase.DisposeAsync();
        await _facebook.DisposeAsync();
    }

    [Fact]
    public async Task The_demo_account_publishes_text_and_picture_once()
    {
        var variant = await ReadAsync("demovariant0001");

        var answer = await PublishAsync("demovariant0001");
        var again = await PublishAsync("demovariant0001");
        Assert.True((string?)answer["publish_status"] == "published", $"{answer}");

        var post = Assert.Single(await _facebook.PostsAsync())!;
        Assert.Equal(((string)variant["adapted_copy"]!, "100200300"), ((string)post["message"]!, (string)post["page_id"]!));
        Assert.Equal(("published", (string)post["id"]!), ((string)answer["publish_status"]!, (string)answer["platform_post_id"]!));
        Assert.Equal((string)answer["platform_post_id"]!, (string)again["platform_post_id"]!);
        using var picture = await _facebook.Client.GetAsync($"/{post["picture"]}");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.Path, "pocketbase", "pb_hooks", "demo", "evening.png")), await picture.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_picture_that_facebook_does_not_take_is_left_out_and_said()
    {
        var variant = await CreateAsync(["demomedia000001"]);

        var answer = await PublishAsync(variant);

        Assert.Null(Assert.Single(await _facebook.PostsAsync())!["picture"]);
        Assert.Contains("svg", (string)answer["facebook_response"]!["picture"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my-expired-token", 190)]
    [InlineData("readonly-token", 200)]
    public async Task A_bad_token_fails_with_facebooks_words_and_a_good_one_publishes_then(string token, int code)
    {
        var variant = await CreateAsync([]);
        await _pocketbase.SendAsync(_token, HttpMethod.Patch, "api/collections/social_accounts/records/demoaccount0001", new { access_token = token });

        var failed = await PublishAsync(variant);
        await _pocketbase.SendAsync(_token, HttpMethod.Patch, "api/collections/social_accounts/records/demoaccount0001", new { access_token = "a-good-one" });
        var published = await PublishAsync(variant);

        Assert.Equal(("failed", code), ((string)failed["publish_status"]!, (int)failed["facebook_response"]!["error"]!["code"]!));
        Assert.Equal("published", (string)published["publish_status"]!);
        Assert.Single(await _facebook.PostsAsync());
    }

    private async Task<string> CreateAsync(string[] media)
    {
        var record = await _pocketbase.CreateRecordAsync(_token, "platform_variants", new
        {
            workspace_id = Workspace, master_content_id = "demomaster00001", platform = "facebook", publish_status = "draft", adapted_copy = "Ba cuốn sổ", platformMediaIds = media,
        });
        return (string)record["id"]!;
    }

    private Task<JsonNode> ReadAsync(string variant) => _pocketbase.SendAsync(_token, HttpMethod.Get, $"api/collections/platform_variants/records/{variant}");

    private Task<JsonNode> PublishAsync(string variant) =>
        _pocketbase.SendAsync(_token, HttpMethod.Post, "api/social/facebook/posts", new { workspace_id = Workspace, variant_id = variant });
}
