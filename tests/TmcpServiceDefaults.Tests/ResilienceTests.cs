using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tmcp.ServiceDefaults;

namespace TmcpServiceDefaults.Tests;

public sealed class ResilienceTests
{
    [Theory]
    [InlineData("GET", 4, HttpStatusCode.OK)]
    [InlineData("DELETE", 4, HttpStatusCode.OK)]
    [InlineData("POST", 1, HttpStatusCode.ServiceUnavailable)]
    [InlineData("PATCH", 1, HttpStatusCode.ServiceUnavailable)]
    public async Task Only_idempotent_requests_are_sent_again(string method, int attempts, HttpStatusCode seen)
    {
        var calls = 0;
        await using var upstream = await TestService.StartAsync(map: app => app.Map("/flaky", () =>
            Interlocked.Increment(ref calls) < 4 ? Results.StatusCode(503) : Results.Ok()));
        await using var service = await TestService.StartAsync();
        using var client = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient("store");

        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(upstream.Address, "/flaky"));
        using var response = await client.SendAsync(request);

        Assert.Equal(seen, response.StatusCode);
        Assert.Equal(attempts, calls);
    }

    [Fact]
    public async Task A_streaming_client_never_sends_twice()
    {
        var calls = 0;
        await using var upstream = await TestService.StartAsync(map: app => app.MapGet("/flaky", () =>
        {
            Interlocked.Increment(ref calls);
            return Results.StatusCode(503);
        }));
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHttpClient("model").WithStreaming());
        using var client = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient("model");

        using var response = await client.GetAsync(new Uri(upstream.Address, "/flaky"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(1, calls);
        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public async Task After_many_failures_the_client_answers_at_once_and_names_the_service()
    {
        await using var service = await TestService.StartAsync(builder => builder.Services.AddHttpClient("model").WithStreaming());
        using var client = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient("model");
        var dead = new Uri("http://127.0.0.1:9/");
        for (var call = 0; call < 20; call++)
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(dead));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(dead));

        Assert.Contains("is not calling '127.0.0.1:9'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_name_is_resolved_by_the_default_client()
    {
        await using var upstream = await TestService.StartAsync(map: app => app.MapGet("/hello", () => "hi"));
        await using var service = await TestService.StartAsync(builder =>
            builder.Configuration["services:store:http:0"] = upstream.Address.ToString());
        using var client = service.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        Assert.Equal("hi", await client.GetStringAsync(new Uri("http://store/hello")));
    }
}
