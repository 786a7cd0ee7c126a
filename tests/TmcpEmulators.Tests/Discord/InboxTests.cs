using System.Net;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Discord;

public sealed class InboxTests
{
    [Fact]
    public async Task Inbox_outlives_a_restart_with_its_edits()
    {
        var folder = OwnedFolder.Create("tmcp-discord-");
        try
        {
            await using (var first = await DiscordEmulator.StartAsync(settings => settings with { DataFolder = folder }))
            {
                var id = (string?)(await first.PostAsync("""{"content":"one"}""")).Body!["id"];
                await first.PostAsync("""{"content":"two"}""");
                await first.SendAsync(HttpMethod.Patch, $"/api/webhooks/{DiscordEmulator.Id}/{DiscordEmulator.Token}/messages/{id}", """{"content":"ONE"}""");
            }

            await File.AppendAllTextAsync(Path.Combine(folder, "inbox.jsonl"), """{"kind":"created","id":"7","mess""");
            await using var second = await DiscordEmulator.StartAsync(settings => settings with { DataFolder = folder });
            await second.PostAsync("""{"content":"three"}""");

            Assert.Equal(["ONE", "two", "three"], (await second.InboxAsync()).Select(message => (string?)message!["content"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Changes_are_told_as_they_happen()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        await using var stream = await discord.Client.GetStreamAsync(new Uri("/api/inbox/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Assert.Equal("event: ready", await reader.ReadLineAsync(timeout.Token));

        await discord.PostAsync("""{"content":"news"}""");
        await discord.SendAsync(HttpMethod.Delete, "/api/inbox");

        Assert.Contains("\"kind\":\"created\"", await DataAsync(), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"cleared\"", await DataAsync(), StringComparison.Ordinal);

        async Task<string> DataAsync()
        {
            var line = "";
            while (!line.StartsWith("data: {\"kind\"", StringComparison.Ordinal))
                line = await reader.ReadLineAsync(timeout.Token) ?? throw new EndOfStreamException();
            return line;
        }
    }

    [Fact]
    public async Task Random_bodies_never_give_a_500()
    {
        await using var discord = await DiscordEmulator.StartAsync(settings => settings with { RateLimit = 100_000 });
        var random = new Random(5);
        string[] pieces = ["{", "}", "[", "]", ":", ",", "\"", "\"content\"", "\"embeds\"", "\"fields\"", "\"title\"", "null", "true", "1e9", "-1", "\"\\ud800\"", "\"x\"", "\"color\"", "\"timestamp\"", " "];
        for (var i = 0; i < 1500; i++)
        {
            var body = i % 2 == 0
                ? string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => pieces[random.Next(pieces.Length)]))
                : $$"""{"content":{{pieces[random.Next(11, 18)]}},"embeds":[{"title":{{pieces[random.Next(11, 18)]}},"color":{{pieces[random.Next(11, 18)]}},"timestamp":{{pieces[random.Next(11, 18)]}},"fields":{{pieces[random.Next(11, 18)]}},"footer":{{pieces[random.Next(11, 18)]}}}]}""";

            using var content = new StringContent(body);
            using var response = await discord.Client.PostAsync(new Uri($"/api/webhooks/{DiscordEmulator.Id}/{DiscordEmulator.Token}", UriKind.Relative), content);

            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, body);
        }
    }
}
