using System.Net;

namespace TmcpEmulators.Tests.Discord;

public sealed class WebhookTests
{
    [Fact]
    public async Task Message_is_kept_and_returned_when_waited_for()
    {
        await using var discord = await DiscordEmulator.StartAsync();

        var (status, body, _) = await discord.PostAsync("""{"username":"AIOps","content":"hello","embeds":[{"title":"t","color":255,"fields":[{"name":"n","value":"v","inline":true}]}]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("hello", (string?)body!["content"]);
        Assert.Equal("AIOps", (string?)body["author"]!["username"]);
        Assert.Equal("rich", (string?)body["embeds"]![0]!["type"]);
        Assert.Equal((string?)body["id"], (string?)Assert.Single(await discord.InboxAsync())!["id"]);
    }

    [Fact]
    public async Task Without_wait_there_is_no_body()
    {
        await using var discord = await DiscordEmulator.StartAsync();

        var (status, body, _) = await discord.PostAsync("""{"content":"x"}""", "");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Null(body);
        Assert.Single(await discord.InboxAsync());
    }

    [Fact]
    public async Task Message_is_read_edited_and_deleted()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        var id = (string?)(await discord.PostAsync("""{"content":"first","embeds":[{"title":"stays"}]}""")).Body!["id"];
        var path = $"/api/v10/webhooks/{DiscordEmulator.Id}/{DiscordEmulator.Token}/messages/{id}";

        var edited = (await discord.SendAsync(HttpMethod.Patch, path, """{"content":"second"}""")).Body!;

        Assert.Equal("second", (string?)edited["content"]);
        Assert.Equal("stays", (string?)edited["embeds"]![0]!["title"]);
        Assert.NotNull(edited["edited_timestamp"]);
        Assert.Equal("second", (string?)(await discord.SendAsync(HttpMethod.Get, path)).Body!["content"]);
        Assert.Equal(HttpStatusCode.NoContent, (await discord.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(10008, (int?)(await discord.SendAsync(HttpMethod.Get, path)).Body!["code"]);
        Assert.Equal(10008, (int?)(await discord.SendAsync(HttpMethod.Patch, path, """{"content":"x"}""")).Body!["code"]);
        Assert.Empty(await discord.InboxAsync());
    }

    [Theory]
    [InlineData("/api/webhooks/123/t0ken-never-to-be-seen", 404, 10015)]
    [InlineData("/api/webhooks/100000000000000001/wrong", 401, 50027)]
    [InlineData("/api/elsewhere", 404, 0)]
    public async Task Unknown_place_is_refused_as_Discord_does(string path, int status, int code)
    {
        await using var discord = await DiscordEmulator.StartAsync();

        var answer = await discord.SendAsync(HttpMethod.Post, path, """{"content":"x"}""");

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(code, (int?)answer.Body!["code"]);
        Assert.Empty(await discord.InboxAsync());
    }

    [Fact]
    public async Task Without_a_token_of_its_own_every_webhook_is_welcome()
    {
        await using var discord = await DiscordEmulator.StartAsync(settings => settings with { WebhookToken = null });

        Assert.Equal(HttpStatusCode.NoContent, (await discord.SendAsync(HttpMethod.Post, "/api/webhooks/42/anything", """{"content":"x"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await discord.SendAsync(HttpMethod.Post, "/api/webhooks/abc/anything", """{"content":"x"}""")).Status);
    }

    [Fact]
    public async Task Oldest_message_goes_when_there_are_too_many()
    {
        await using var discord = await DiscordEmulator.StartAsync(settings => settings with { MaxMessages = 3 });
        for (var i = 0; i < 5; i++)
            await discord.PostAsync($$"""{"content":"{{i}}"}""");

        Assert.Equal(["2", "3", "4"], (await discord.InboxAsync()).Select(message => (string?)message!["content"]));
    }
}
