using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tmcp.ServiceDefaults;

namespace TmcpServiceDefaults.Tests;

public sealed class ErrorAndShutdownTests
{
    [Fact]
    public async Task An_escaping_exception_is_problem_details_without_its_text()
    {
        await using var service = await TestService.StartAsync(map: app =>
            app.MapGet("/boom", string () => throw new InvalidOperationException("token=hunter2")));

        using var response = await service.Client.GetAsync("/boom");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("hunter2", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_path_is_problem_details_too()
    {
        await using var service = await TestService.StartAsync();

        using var response = await service.Client.GetAsync("/nothing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_open_stream_ends_when_the_service_stops()
    {
        await using var service = await TestService.StartAsync(map: app => app.MapGet("/stream", async (HttpContext context) =>
        {
            using var stream = context.CreateStreamCancellation();
            await context.Response.WriteAsync("data: open\n\n", stream.Token);
            await context.Response.Body.FlushAsync(stream.Token);
            var ended = new TaskCompletionSource();
            await using var registration = stream.Token.Register(ended.SetResult);
            await ended.Task;
            await context.Response.WriteAsync("data: bye\n\n", context.RequestAborted);
        }));
        using var response = await service.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);

        var clock = Stopwatch.StartNew();
        await service.StopAsync();
        var body = await response.Content.ReadAsStringAsync();

        Assert.Contains("data: bye", body, StringComparison.Ordinal);
        // The host's limit is 5 s and a stream that is not ended uses all of it.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), $"The stop took {clock.Elapsed}.");
    }
}
