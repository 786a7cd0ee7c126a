using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class UrlTests
{
    [Fact]
    public async Task Endpoints_come_first_in_the_order_of_the_model()
    {
        var tool = TestApplication.Create().AddTool("tool").WithUrl("https://example.com/guide", "Guide").WithHttpEndpoint().WithEndpoint(scheme: "redis").Allocate();

        var urls = await UrlsOf(tool);

        Assert.Equal(
            [("http", "http://localhost:5000", ""), ("redis", "redis://localhost:5001", ""), (null, "https://example.com/guide", "Guide")],
            urls.Select(url => (url.Name, url.Url, url.DisplayProperties.DisplayName)));
        Assert.Equal(urls.OrderByDescending(url => url.DisplayProperties.SortOrder), urls);
    }

    [Fact]
    public async Task The_url_of_an_endpoint_can_be_edited()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate()
            .WithUrlForEndpoint("HTTP", url =>
            {
                url.DisplayText = "Admin";
                url.Url = "/_/";
                url.DisplayLocation = UrlDisplayLocation.DetailsOnly;
            });

        var url = Assert.Single(await UrlsOf(tool));

        Assert.Equal(("http://localhost:5000/_/", "Admin", true), (url.Url, url.DisplayProperties.DisplayName, url.IsInternal));
    }

    [Fact]
    public async Task A_url_can_be_made_from_an_endpoint()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate()
            .WithUrlForEndpoint("http", endpoint => new ResourceUrlAnnotation { Url = "/docs?a=b", DisplayText = $"Docs on {endpoint.Port}" });

        var url = (await UrlsOf(tool))[1];

        Assert.Equal(("http", "http://localhost:5000/docs?a=b", "Docs on 5000"), (url.Name, url.Url, url.DisplayProperties.DisplayName));
    }

    [Fact]
    public async Task A_url_with_values_waits_for_them()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint();
        tool.WithUrl($"{tool.GetEndpoint("http")}/pb/_/", "PocketBase").Allocate();

        var url = (await UrlsOf(tool))[1];

        Assert.Equal(("http", "http://localhost:5000/pb/_/"), (url.Name, url.Url));
    }

    [Fact]
    public async Task Callbacks_run_in_order_and_may_remove()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate()
            .WithUrls(context => context.Urls.Add(new ResourceUrlAnnotation { Url = "https://one" }))
            .WithUrls(async context =>
            {
                await Task.Yield();
                context.Urls.RemoveAll(url => url.Endpoint is not null);
                Assert.NotNull(context.GetEndpoint("http"));
                Assert.Null(context.GetEndpoint("none"));
            });

        Assert.Equal(["https://one"], (await UrlsOf(tool)).Select(url => url.Url));
    }

    [Fact]
    public async Task An_unknown_endpoint_is_a_warning()
    {
        var log = new ListLogger();
        var tool = TestApplication.Create().AddTool("tool").WithUrlForEndpoint("web", _ => throw new InvalidOperationException("must not run"));

        await UrlsOf(tool, log);

        Assert.Contains("'web' on resource 'tool'", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_address_has_no_url() =>
        Assert.Empty(await UrlsOf(TestApplication.Create().AddTool("tool").WithHttpEndpoint()));

    private static Task<System.Collections.Immutable.ImmutableArray<UrlSnapshot>> UrlsOf(IResourceBuilder<IResource> resource, ILogger? logger = null) =>
        ResourceUrlEvaluator.EvaluateAsync(resource.Resource, resource.ApplicationBuilder.ExecutionContext, logger ?? NullLogger.Instance, CancellationToken.None);

    private sealed class ListLogger : ILogger
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
                Warnings.Add(formatter(state, exception));
        }
    }
}
