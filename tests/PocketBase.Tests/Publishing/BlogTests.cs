using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PocketBase.Tests.Infrastructure;

namespace PocketBase.Tests.Publishing;

/// <summary>A published variant of the platform 'blog' is an article that guests read.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class BlogTests(SharedServer shared) : IAsyncLifetime
{
    private const string Variants = "api/collections/platform_variants/records";
    private readonly string _tag = Guid.NewGuid().ToString("N")[..8];
    private string _master = null!;

    private string Title => $"Đếm kho trong năm phút {_tag}";

    private string Slug => $"dem-kho-trong-nam-phut-{_tag}";

    public async Task InitializeAsync() =>
        _master = await new Samples(shared.Server, shared.AdminToken).CreateAsync("master_contents", shared.Home.WorkspaceId);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Publishing_a_variant_puts_the_article_on_the_blog()
    {
        var variant = await CreateAsync("draft", $"# {Title}\n\nXin **chào** các bạn.\n\n- Quét mã\n- Bán hàng");
        Assert.Empty(await GuestPostsAsync());

        var saved = await PatchAsync(variant, new { publish_status = "published" });

        var post = Assert.Single(await GuestPostsAsync());
        Assert.Equal((Title, Slug, variant), ((string)post["title"]!, (string)post["slug"]!, (string)post["variant_id"]!));
        Assert.Equal("<p>Xin <strong>chào</strong> các bạn.</p>\n<ul><li>Quét mã</li><li>Bán hàng</li></ul>", (string)post["content"]!);
        Assert.Equal(Slug, (string)saved["platform_post_id"]!);
        Assert.Equal((string)saved["published_at"]!, (string)post["pubDate"]!);
    }

    [Fact]
    public async Task What_the_metadata_says_goes_before_what_the_text_shows()
    {
        await CreateAsync("published", "<h2>Other</h2><p>Text</p>", new
        {
            seo_title = Title, seo_description = "For small shops", seo_keywords = "stock, small shops", hashtags = new[] { "#no" },
        });

        var post = Assert.Single(await GuestPostsAsync());
        Assert.Equal((Title, "For small shops", "<h2>Other</h2><p>Text</p>"), ((string)post["title"]!, (string)post["description"]!, (string)post["content"]!));
        Assert.Equal(["stock", "small shops"], post["tags"]!.AsArray().Select(tag => (string)tag!));
    }

    [Fact]
    public async Task A_variant_that_is_published_no_more_leaves_the_blog_and_comes_back_under_its_address()
    {
        var variant = await CreateAsync("published", $"# {Title}\n\nFirst.");

        await PatchAsync(variant, new { publish_status = "draft" });
        var between = await GuestPostsAsync();
        await PatchAsync(variant, new { publish_status = "published", metadata = new { seo_title = $"Another title {_tag}" } });

        Assert.Empty(between);
        var post = Assert.Single(await GuestPostsAsync());
        Assert.Equal((Slug, $"Another title {_tag}"), ((string)post["slug"]!, (string)post["title"]!));
    }

    [Fact]
    public async Task An_edit_renews_the_article_and_a_counted_view_does_not()
    {
        var variant = await CreateAsync("published", $"# {Title}\n\nFirst.");

        await PatchAsync(variant, new { metric_views = 12 });
        var counted = Assert.Single(await GuestPostsAsync());
        await PatchAsync(variant, new { adapted_copy = $"# {Title}\n\nSecond." });
        var edited = Assert.Single(await GuestPostsAsync());

        Assert.Equal(("", "<p>First.</p>"), ((string)counted["updatedDate"]!, (string)counted["content"]!));
        Assert.Equal("<p>Second.</p>", (string)edited["content"]!);
        Assert.NotEqual("", (string)edited["updatedDate"]!);
    }

    [Fact]
    public async Task Two_articles_of_one_title_have_two_addresses()
    {
        await CreateAsync("published", $"# {Title}\n\nOne.");
        await CreateAsync("published", $"# {Title}\n\nTwo.");

        Assert.Equal([Slug, $"{Slug}-2"], (await GuestPostsAsync()).Select(post => (string)post["slug"]!).Order());
    }

    [Theory]
    [InlineData("variant")]
    [InlineData("master")]
    public async Task The_article_goes_with_what_it_was_made_from(string deleted)
    {
        var variant = await CreateAsync("published", $"# {Title}\n\nGoes.");
        Assert.Single(await GuestPostsAsync());

        await shared.Server.SendAsync(
            shared.Home.Member.Token, HttpMethod.Delete, deleted == "variant" ? $"{Variants}/{variant}" : $"api/collections/master_contents/records/{_master}");

        Assert.Empty(await GuestPostsAsync());
    }

    [Fact]
    public async Task The_first_picture_heads_the_article_until_it_is_deleted()
    {
        var picture = await new Samples(shared.Server, shared.AdminToken).CreateAsync("media_assets", shared.Home.WorkspaceId);
        await CreateAsync("published", $"# {Title}\n\nSeen.", media: [picture]);
        var address = (string)Assert.Single(await GuestPostsAsync())["heroImage"]!;
        using var guest = shared.Server.CreateClient();

        Assert.StartsWith($"/pb/api/files/media_assets/{picture}/", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(address["/pb/".Length..])).StatusCode);
        await shared.Server.SendAsync(shared.Home.Member.Token, HttpMethod.Delete, $"api/collections/media_assets/records/{picture}");
        Assert.Equal("", (string)Assert.Single(await GuestPostsAsync())["heroImage"]!);
    }

    [Fact]
    public async Task An_empty_article_is_refused_and_stays_a_draft()
    {
        var variant = await CreateAsync("draft", " ");
        using var member = shared.Server.CreateClient(shared.Home.Member.Token);

        using var answer = await member.PatchAsJsonAsync($"{Variants}/{variant}", new { publish_status = "published" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("adapted_copy", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var stored = await shared.Server.SendAsync(shared.AdminToken, HttpMethod.Get, $"{Variants}/{variant}");
        Assert.Equal("draft", (string)stored["publish_status"]!);
    }

    [Fact]
    public async Task Other_platforms_and_scheduled_articles_are_not_on_the_blog()
    {
        await CreateAsync("published", $"# {Title}\n\nFacebook.", platform: "facebook");
        await CreateAsync("scheduled", $"# {Title}\n\nLater.");

        Assert.Empty(await GuestPostsAsync());
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & more", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>")]
    [InlineData("[x](javascript:alert(1)) ![y](data:z) [ok](https://a.example/b)", "<p>x) y <a href=\"https://a.example/b\">ok</a></p>")]
    [InlineData("[x](https://a.example/\"onclick=\"y)", "<p><a href=\"https://a.example/&quot;onclick=&quot;y\">x</a></p>")]
    [InlineData("One\nline\n\n> Said *so*\n\n1. a\n2. b\n\n```\n<x>\n```", "<p>One<br>line</p>\n<blockquote><p>Said <em>so</em></p></blockquote>\n<ol><li>a</li><li>b</li></ol>\n<pre><code>&lt;x&gt;</code></pre>")]
    [InlineData("### Small\n`**literal**` and **bold**\n***", "<h3>Small</h3>\n<p><code>**literal**</code> and <strong>bold</strong></p>\n<hr>")]
    public async Task Markdown_becomes_html_and_nothing_else_gets_through(string markdown, string html)
    {
        await CreateAsync("published", markdown, new { seo_title = Title });

        Assert.Equal(html, (string)Assert.Single(await GuestPostsAsync())["content"]!);
    }

    private async Task<string> CreateAsync(string status, string copy, object? metadata = null, string platform = "blog", string[]? media = null)
    {
        var record = await shared.Server.CreateRecordAsync(shared.Home.Member.Token, "platform_variants", new
        {
            workspace_id = shared.Home.WorkspaceId, master_content_id = _master, platform, publish_status = status,
            adapted_copy = copy, metadata, platformMediaIds = media ?? [],
        });
        return (string)record["id"]!;
    }

    private Task<JsonNode> PatchAsync(string variant, object change) =>
        shared.Server.SendAsync(shared.Home.Member.Token, HttpMethod.Patch, $"{Variants}/{variant}", change);

    private async Task<IReadOnlyList<JsonNode>> GuestPostsAsync()
    {
        var list = await shared.Server.SendAsync(null, HttpMethod.Get, $"api/collections/posts/records?filter=title~'{_tag}'%26%26status='published'");
        return [.. list["items"]!.AsArray().Select(item => item!)];
    }
}
