using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Tmcp.ServiceDefaults;

namespace TmcpServiceDefaults.Tests;

public sealed class ProbeSpanTests
{
    [Theory]
    [InlineData("/health", false)]
    [InlineData("/alive", false)]
    [InlineData("/api/version", false)]
    [InlineData("/api/tags", true)]
    public async Task Only_requests_that_are_no_probes_make_spans(string path, bool makesSpan)
    {
        await using var service = await TestService.StartAsync(
            builder => builder.Services.AddProbePath("/api/version"),
            app => app.MapGet("/api/{name}", (string name) => name));
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await service.Client.GetAsync(path);
        await service.StopAsync();

        // Tests beside this one serve requests too: this one is known by its port.
        var span = spans.Single(span => (int?)span.GetTagItem("server.port") == service.Address.Port && (string?)span.GetTagItem("url.path") == path);
        Assert.Equal(makesSpan, span.Recorded);
    }
}
