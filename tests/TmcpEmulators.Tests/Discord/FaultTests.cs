using System.Net;

namespace TmcpEmulators.Tests.Discord;

public sealed class FaultTests
{
    [Theory]
    [InlineData("500", HttpStatusCode.InternalServerError)]
    [InlineData("502", HttpStatusCode.BadGateway)]
    [InlineData("429", HttpStatusCode.TooManyRequests)]
    public async Task Planned_fault_hits_so_many_requests_and_no_more(string kind, HttpStatusCode expected)
    {
        await using var discord = await DiscordEmulator.StartAsync();
        await discord.SendAsync(HttpMethod.Post, "/api/faults", $$"""{"kind":"{{kind}}","count":2,"retry_after":0.25}""");

        var first = await discord.PostAsync("""{"content":"a"}""");
        var second = await discord.PostAsync("""{"content":"b"}""");
        var third = await discord.PostAsync("""{"content":"c"}""");

        Assert.Equal([expected, expected, HttpStatusCode.OK], [first.Status, second.Status, third.Status]);
        Assert.Equal(kind == "429" ? 0.25 : null, (double?)first.Body!["retry_after"]);
        Assert.Equal("c", (string?)Assert.Single(await discord.InboxAsync())!["content"]);
        Assert.Equal(2, (int?)(await discord.SendAsync(HttpMethod.Get, "/api/faults")).Body!["applied"]);
    }

    [Fact]
    public async Task Hanging_request_ends_with_its_client()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        await discord.SendAsync(HttpMethod.Post, "/api/faults", """{"kind":"hang"}""");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var content = new StringContent("""{"content":"x"}""");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            discord.Client.PostAsync(new Uri($"/api/webhooks/{DiscordEmulator.Id}/{DiscordEmulator.Token}", UriKind.Relative), content, patience.Token));

        Assert.Empty(await discord.InboxAsync());
        Assert.Equal(HttpStatusCode.OK, (await discord.PostAsync("""{"content":"x"}""")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"kind":"explode"}""")]
    [InlineData("""{"kind":"200"}""")]
    [InlineData("""{"kind":"500","count":0}""")]
    public async Task Fault_that_is_none_is_refused(string body)
    {
        await using var discord = await DiscordEmulator.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await discord.SendAsync(HttpMethod.Post, "/api/faults", body)).Status);
    }
}
