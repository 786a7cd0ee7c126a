using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>The blog behind the gateway; <c>web/blog</c> tests the rest of it by itself.</summary>
[Collection(TmcpStack.Collection)]
public sealed class BlogTests(TmcpStack stack) : IDisposable
{
    private readonly Pages _pages = new(stack);

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("/blog/", "Articles")]
    [InlineData("/about/", "About TMCP Engineering")]
    [InlineData("/rss.xml", "<rss")]
    [InlineData("/sitemap-index.xml", "/sitemap-0.xml</loc>")]
    [InlineData("/sitemap-0.xml", "/about/</loc>")]
    [InlineData("/robots.txt", "Disallow: /hub/")]
    public async Task Pages_and_feeds_are_at_the_gateway_and_name_its_address(string path, string content)
    {
        var (status, text) = await _pages.ReadAsync(path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(content, text, StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Address(Names.Blog).Authority, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_variant_is_on_the_blog_within_five_seconds_and_a_withdrawn_one_is_gone_as_fast()
    {
        using var article = await BlogArticle.DraftAsync(stack);
        await _pages.ReadAsync("/blog/");

        await article.PublishAsync();

        await _pages.UntilAsync("/blog/", (_, text) => text.Contains(article.Title, StringComparison.Ordinal), Budgets.Publish);
        var (status, page) = await _pages.ReadAsync(article.Path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The <strong>text</strong> of the article.", page, StringComparison.Ordinal);
        // As words it may stand there; as an element it would run.
        Assert.DoesNotContain("<script", page[page.IndexOf("class=\"prose\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        // It has a copy of its own.
        await _pages.UntilAsync("/rss.xml", (_, text) => text.Contains(article.Path, StringComparison.Ordinal), Budgets.Publish);

        await article.WithdrawAsync();

        await _pages.UntilAsync(article.Path, (code, _) => code == HttpStatusCode.NotFound, Budgets.Publish);
        await _pages.UntilAsync("/blog/", (_, text) => !text.Contains(article.Title, StringComparison.Ordinal), Budgets.Publish);
    }

    [Fact]
    public async Task Without_PocketBase_readers_get_the_last_copy()
    {
        using var article = await BlogArticle.DraftAsync(stack);
        await article.PublishAsync();
        await _pages.UntilAsync(article.Path, (code, _) => code == HttpStatusCode.OK, Budgets.Publish);
        await _pages.UntilAsync("/blog/", (_, text) => text.Contains(article.Title, StringComparison.Ordinal), Budgets.Publish);

        await CommandAsync("stop");
        try
        {
            await _pages.UntilAsync("/blog/", (_, text) => text.Contains("last copy", StringComparison.Ordinal), Budgets.Ready);
            var (status, page) = await _pages.ReadAsync(article.Path);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(article.Title, page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _pages.ReadAsync("/blog/never-read/")).Status);
        }
        finally
        {
            await CommandAsync("start");
        }

        await _pages.UntilAsync("/blog/", (_, text) => !text.Contains("last copy", StringComparison.Ordinal), Budgets.Ready);
    }

    private async Task CommandAsync(string command)
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        var done = await stack.App.ResourceCommands.ExecuteCommandAsync(Names.PocketBase, command, limit.Token);
        Assert.True(done.Success, done.Message);
        if (command == "start")
            await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(Names.PocketBase, limit.Token);
    }
}
