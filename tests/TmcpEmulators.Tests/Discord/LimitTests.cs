using System.Net;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Discord;

public sealed class LimitTests
{
    [Theory]
    [InlineData("content", 2000, "content")]
    [InlineData("username", 80, "username")]
    [InlineData("embeds.0.title", 256, "embeds.0.title")]
    [InlineData("embeds.0.description", 4096, "embeds.0.description")]
    [InlineData("embeds.0.footer.text", 2048, "embeds.0.footer.text")]
    [InlineData("embeds.0.author.name", 256, "embeds.0.author.name")]
    [InlineData("embeds.0.fields.0.name", 256, "embeds.0.fields.0.name")]
    [InlineData("embeds.0.fields.0.value", 1024, "embeds.0.fields.0.value")]
    public async Task Text_over_its_limit_is_refused_at_its_place(string path, int limit, string place)
    {
        await using var discord = await DiscordEmulator.StartAsync();

        var fits = await discord.PostAsync(BodyWith(path, limit));
        var exceeds = await discord.PostAsync(BodyWith(path, limit + 1));

        Assert.Equal(HttpStatusCode.OK, fits.Status);
        Assert.Equal(HttpStatusCode.BadRequest, exceeds.Status);
        Assert.Equal(50035, (int?)exceeds.Body!["code"]);
        var error = place.Split('.').Aggregate(exceeds.Body["errors"], (node, part) => node![part])!["_errors"]![0]!;
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (string?)error["code"]);
        Assert.Equal($"Must be {limit} or fewer in length.", (string?)error["message"]);
        Assert.Single(await discord.InboxAsync());
    }

    [Fact]
    public async Task Ten_embeds_and_twenty_five_fields_are_the_most()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        static string Embeds(int count) => $$"""{"embeds":[{{string.Join(',', Enumerable.Repeat("""{"title":"t"}""", count))}}]}""";
        static string Fields(int count) => $$"""{"embeds":[{"fields":[{{string.Join(',', Enumerable.Repeat("""{"name":"n","value":"v"}""", count))}}]}]}""";

        Assert.Equal(HttpStatusCode.OK, (await discord.PostAsync(Embeds(10))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await discord.PostAsync(Embeds(11))).Status);
        Assert.Equal(HttpStatusCode.OK, (await discord.PostAsync(Fields(25))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await discord.PostAsync(Fields(26))).Status);
    }

    [Fact]
    public async Task Six_thousand_characters_are_the_most_in_all_embeds()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        static string Body(int last) => $$"""{"embeds":[{"description":"{{new string('d', 4000)}}"},{"description":"{{new string('d', last)}}"}]}""";

        Assert.Equal(HttpStatusCode.OK, (await discord.PostAsync(Body(2000))).Status);
        var (status, body, _) = await discord.PostAsync(Body(2001));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("MAX_EMBED_SIZE_EXCEEDED", (string?)body!["errors"]!["embeds"]!["_errors"]![0]!["code"]);
    }

    [Theory]
    [InlineData("{}", 50006)]
    [InlineData("""{"content":"  "}""", 50006)]
    [InlineData("{bad", 50109)]
    [InlineData("[]", 50109)]
    [InlineData("", 50109)]
    [InlineData("""{"content":[1]}""", 50035)]
    [InlineData("""{"embeds":{}}""", 50035)]
    [InlineData("""{"embeds":[3]}""", 50035)]
    [InlineData("""{"embeds":[{"color":16777216}]}""", 50035)]
    [InlineData("""{"embeds":[{"color":"red"}]}""", 50035)]
    [InlineData("""{"embeds":[{"timestamp":"yesterday"}]}""", 50035)]
    [InlineData("""{"embeds":[{"url":"javascript:alert(1)"}]}""", 50035)]
    [InlineData("""{"embeds":[{"fields":[{"name":"n"}]}]}""", 50035)]
    [InlineData("""{"content":"x","username":"the discord"}""", 50035)]
    public async Task Wrong_body_is_refused_with_its_code(string body, int code)
    {
        await using var discord = await DiscordEmulator.StartAsync();

        var (status, answer, _) = await discord.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, (int?)answer!["code"]);
        Assert.Empty(await discord.InboxAsync());
    }

    [Fact]
    public async Task Sixth_request_in_two_seconds_has_to_wait()
    {
        await using var discord = await DiscordEmulator.StartAsync(settings => settings with { RateLimit = 5 });
        for (var i = 0; i < 5; i++)
        {
            var allowed = await discord.PostAsync("""{"content":"x"}""");
            Assert.Equal($"{4 - i}", Assert.Single(allowed.Response.Headers.GetValues("X-RateLimit-Remaining")));
        }

        discord.Clock.Advance(TimeSpan.FromMilliseconds(500));
        var (status, body, response) = await discord.PostAsync("""{"content":"x"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal(1.5, (double?)body!["retry_after"]);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        Assert.Equal("1.500", Assert.Single(response.Headers.GetValues("X-RateLimit-Reset-After")));
        discord.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        Assert.Equal(HttpStatusCode.OK, (await discord.PostAsync("""{"content":"x"}""")).Status);
    }

    private static string BodyWith(string path, int length)
    {
        var text = new string('x', length);
        JsonNode field = new JsonObject { ["name"] = "n", ["value"] = "v" };
        var embed = new JsonObject { ["title"] = "t", ["footer"] = new JsonObject { ["text"] = "f" }, ["author"] = new JsonObject { ["name"] = "a" }, ["fields"] = new JsonArray(field) };
        JsonNode root = new JsonObject { ["content"] = "c", ["embeds"] = new JsonArray(embed) };
        var parts = path.Split('.');
        var parent = parts[..^1].Aggregate(root, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        parent[parts[^1]] = text;
        return root.ToJsonString();
    }
}
