using System.Net;
using System.Net.Http.Headers;
using Tmcp.Tests.Shared;

namespace TmcpEmulators.Tests.Facebook;

public sealed class StoreTests : IDisposable
{
    private readonly string _folder = OwnedFolder.Create("tmcp-facebook-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Posts_and_pictures_outlive_a_restart_and_ids_go_on()
    {
        string first;
        await using (var facebook = await StartAsync())
        {
            first = (string)(await facebook.PostAsync(("message", "kept"))).Body!["id"]!;
            await facebook.PostAsync(("message", "deleted"));
            await facebook.SendAsync(HttpMethod.Delete, $"/{(string)(await facebook.PostsAsync())[1]!["id"]!}?access_token=x");
            using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 1]);
            photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            using var form = new MultipartFormDataContent { { photo, "source", "a.jpg" }, { new StringContent("x"), "access_token" } };
            await facebook.SendAsync(HttpMethod.Post, $"/{FacebookEmulator.Page}/photos", form);
        }

        await File.AppendAllTextAsync(Path.Combine(_folder, "posts.jsonl"), """{"kind":"created","id":"cut""");
        await using var again = await StartAsync();
        var posts = await again.PostsAsync();
        var next = (string)(await again.PostAsync(("message", "next"))).Body!["id"]!;

        Assert.Equal(["kept", ""], posts.Select(post => (string)post!["message"]!));
        Assert.Equal(HttpStatusCode.OK, (await again.Client.GetAsync($"/{posts[1]!["picture"]}")).StatusCode);
        Assert.DoesNotContain(next, posts.Select(post => (string)post!["id"]!));
        Assert.NotEqual(first, next);
    }

    [Fact]
    public async Task The_oldest_post_goes_when_there_are_too_many()
    {
        await using var facebook = await FacebookEmulator.StartAsync(settings => settings with { MaxPosts = 2 });

        foreach (var text in (string[])["a", "b", "c"])
            await facebook.PostAsync(("message", text));

        Assert.Equal(["b", "c"], (await facebook.PostsAsync()).Select(post => (string)post!["message"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await facebook.SendAsync(HttpMethod.Delete, "/api/posts")).Status);
        Assert.Empty(await facebook.PostsAsync());
    }

    [Theory]
    [InlineData("/pictures/..%2Fposts.jsonl")]
    [InlineData("/pictures/-")]
    [InlineData("/pictures/17")]
    public async Task Nothing_but_pictures_is_served(string path)
    {
        await using var facebook = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await facebook.Client.GetAsync(path)).StatusCode);
    }

    private Task<FacebookEmulator> StartAsync() => FacebookEmulator.StartAsync(settings => settings with { DataFolder = _folder });
}
