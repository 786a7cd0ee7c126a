using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Publishing;

[Collection(SharedServerCollection.Name)]
public sealed class FacebookTests(SharedServer shared) : IAsyncLifetime
{
    private const string Route = "api/social/facebook/posts";
    private const string Token = "EAAB+secret/token=";

    private Tenant _tenant = null!;
    private string _variant = null!;

    public async Task InitializeAsync()
    {
        shared.Graph.Reset();
        _tenant = shared.Home with { WorkspaceId = await shared.Server.CreateWorkspaceAsync(shared.Home.Owner, "Page", shared.Home.Member, shared.Home.Viewer) };
        _variant = await new Samples(shared.Server, shared.AdminToken).CreateAsync("platform_variants", _tenant.WorkspaceId);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_variant_is_posted_on_the_page_and_marked_as_published()
    {
        await AddAccountAsync();

        var answer = await PublishAsync(_tenant.Member.Token);

        var post = Assert.Single(shared.Graph.Posts);
        Assert.Equal(("/100200300/feed", "Ba cuốn sổ", Token), post);
        Assert.Equal(("published", "facebook", _variant, _tenant.WorkspaceId),
            ((string)answer["publish_status"]!, (string)answer["platform"]!, (string)answer["variant_id"]!, (string)answer["workspace_id"]!));
        var stored = await ReadVariantAsync();
        Assert.Equal("published", (string)stored["publish_status"]!);
        Assert.NotEqual("", (string)stored["published_at"]!);
        Assert.Equal((string)answer["platform_post_id"]!, (string)stored["platform_post_id"]!);
    }

    [Fact]
    public async Task Repeated_and_simultaneous_requests_post_once_and_all_get_the_same_answer()
    {
        await AddAccountAsync();
        var arrived = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        shared.Graph.Answer = async page =>
        {
            arrived.TrySetResult();
            await proceed.Task;
            return Results.Json(new { id = $"{page}_1" });
        };

        var requests = Enumerable.Range(0, 8).Select(_ => PublishAsync(_tenant.Member.Token)).ToArray();
        await arrived.Task;
        proceed.SetResult();
        var answers = await Task.WhenAll(requests);
        var later = await PublishAsync(_tenant.Owner.Token);

        Assert.Single(shared.Graph.Posts);
        Assert.All(answers.Append(later), answer =>
            Assert.Equal(("published", "100200300_1"), ((string)answer["publish_status"]!, (string)answer["platform_post_id"]!)));
    }

    [Fact]
    public async Task A_refusal_of_facebook_marks_the_variant_as_failed_and_a_new_attempt_can_succeed()
    {
        await AddAccountAsync();
        shared.Graph.Answer = _ => Task.FromResult(Results.Json(
            new { error = new { message = $"Invalid token {Token} or {Uri.EscapeDataString(Token)}", code = 190, extra = Token } }, statusCode: 400));

        var failed = await PublishAsync(_tenant.Member.Token);
        var stored = await ReadVariantAsync();
        shared.Graph.Reset();
        var repeated = await PublishAsync(_tenant.Member.Token);

        Assert.Equal(("failed", "failed"), ((string)failed["publish_status"]!, (string)stored["publish_status"]!));
        Assert.Equal("Invalid token *** or ***", (string)failed["facebook_response"]!["error"]!["message"]!);
        Assert.Equal(190, (int)failed["facebook_response"]!["error"]!["code"]!);
        Assert.Null(failed["platform_post_id"]);
        Assert.Equal("published", (string)repeated["publish_status"]!);
    }

    [Fact]
    public async Task The_token_is_in_no_answer_log_or_address()
    {
        await AddAccountAsync();
        shared.Graph.Answer = _ => Task.FromResult(Results.Text($"no JSON but {Token}", statusCode: 500));

        var answer = await PublishAsync(_tenant.Member.Token);

        Assert.Equal("failed", (string)answer["publish_status"]!);
        foreach (var text in (string[])[answer.ToJsonString(), shared.Server.Output, await LogsAsync(), .. shared.Graph.Queries])
        {
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(Token), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_who_may_change_the_variant_publishes_it()
    {
        await AddAccountAsync();
        var stranger = shared.Foreign;

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(null, _tenant.WorkspaceId, _variant));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger.Owner.Token, _tenant.WorkspaceId, _variant));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger.Owner.Token, stranger.WorkspaceId, _variant));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_tenant.Viewer.Token, _tenant.WorkspaceId, _variant));
        Assert.Empty(shared.Graph.Posts);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(shared.AdminToken, _tenant.WorkspaceId, _variant));
    }

    [Theory]
    [InlineData("no account", "no facebook social account")]
    [InlineData("no token", "no access token")]
    [InlineData("other platform", "is for email")]
    [InlineData("no text", "adapted_copy is empty")]
    public async Task What_is_missing_is_said_and_nothing_is_posted(string missing, string expected)
    {
        if (missing != "no account")
            await AddAccountAsync(missing == "no token" ? "" : Token);
        if (missing is "other platform")
            await ChangeVariantAsync(new { platform = "email" });
        if (missing is "no text")
            await ChangeVariantAsync(new { adapted_copy = " " });

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => PublishAsync(_tenant.Member.Token));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Empty(shared.Graph.Posts);
        Assert.Equal("draft", (string)(await ReadVariantAsync())["publish_status"]!);
    }

    [Theory]
    [InlineData("../me")]
    [InlineData("..")]
    [InlineData("1/feed?x=")]
    public async Task An_account_id_cannot_lead_the_request_elsewhere(string accountId)
    {
        await AddAccountAsync(accountId: accountId);

        var answer = await PublishAsync(_tenant.Member.Token);

        Assert.Equal("failed", (string)answer["publish_status"]!);
        Assert.Empty(shared.Graph.Posts);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"workspace_id":7,"variant_id":{}}""")]
    [InlineData("""{"workspace_id":"x"}""")]
    public async Task A_request_without_ids_is_refused(string body)
    {
        using var client = shared.Server.CreateClient(_tenant.Member.Token);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(Route, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("workspace_id and variant_id are required", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<JsonNode> PublishAsync(string token)
        => shared.Server.SendAsync(token, HttpMethod.Post, Route, new { workspace_id = _tenant.WorkspaceId, variant_id = _variant });

    private async Task<HttpStatusCode> StatusAsync(string? token, string workspace, string variant)
    {
        using var client = shared.Server.CreateClient(token);
        using var answer = await client.PostAsJsonAsync(Route, new { workspace_id = workspace, variant_id = variant });
        return answer.StatusCode;
    }

    private Task<JsonNode> AddAccountAsync(string token = Token, string accountId = "100200300")
        => shared.Server.CreateRecordAsync(
            _tenant.Owner.Token,
            "social_accounts",
            new { workspace_id = _tenant.WorkspaceId, platform = "facebook", account_name = "Page", account_id = accountId, access_token = token });

    private Task<JsonNode> ChangeVariantAsync(object fields)
        => shared.Server.SendAsync(_tenant.Owner.Token, HttpMethod.Patch, $"api/collections/platform_variants/records/{_variant}", fields);

    private Task<JsonNode> ReadVariantAsync()
        => shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, $"api/collections/platform_variants/records/{_variant}");

    private async Task<string> LogsAsync()
        => (await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, "api/logs?perPage=500")).ToJsonString();
}
