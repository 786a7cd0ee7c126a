using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TmcpEmulators.Tests.Facebook;

public sealed class GraphTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];

    [Fact]
    public async Task A_post_gets_an_id_of_its_page_and_can_be_read_edited_and_deleted()
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var made = await facebook.PostAsync(("message", "Ba cuốn sổ 🌿"), ("link", "https://example.com/a"));
        var id = (string)made.Body!["id"]!;
        var read = await facebook.SendAsync(HttpMethod.Get, $"/v24.0/{id}?access_token=x");
        var edited = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{id}", FacebookEmulator.Form(("message", "Một chiếc điện thoại")));
        var listed = await facebook.SendAsync(HttpMethod.Get, $"/{FacebookEmulator.Page}/feed?access_token=x");
        var deleted = await facebook.SendAsync(HttpMethod.Delete, $"/v24.0/{id}?access_token=x");

        Assert.Matches($"^{FacebookEmulator.Page}_[0-9]+$", id);
        Assert.Equal(("Ba cuốn sổ 🌿", "https://example.com/a"), ((string)read.Body!["message"]!, (string)read.Body["link"]!));
        Assert.True((bool)edited.Body!["success"]!);
        Assert.Equal("Một chiếc điện thoại", (string)Assert.Single(listed.Body!["data"]!.AsArray())!["message"]!);
        Assert.True((bool)deleted.Body!["success"]!);
        Assert.Empty(await facebook.PostsAsync());
        Assert.Equal("facebook", made.Response.Headers.GetValues("X-Tmcp-Emulator").Single());
    }

    [Theory]
    [InlineData("", "message", "x", 400, 104, null)]
    [InlineData("an-expired-token", "message", "x", 400, 190, 463)]
    [InlineData("invalid", "message", "x", 400, 190, null)]
    [InlineData("readonly-token", "message", "x", 403, 200, null)]
    [InlineData("good", "message", "   ", 400, 100, 1349125)]
    [InlineData("good", "other", "x", 400, 100, 1349125)]
    [InlineData("good", "link", "javascript:alert(1)", 400, 100, null)]
    [InlineData("good", "published", "maybe", 400, 100, 1349125)]
    public async Task What_facebook_refuses_is_refused_with_its_code(string token, string name, string value, int status, int code, int? subcode)
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var answer = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{FacebookEmulator.Page}/feed", FacebookEmulator.Form((name, value), ("access_token", token)));

        var error = answer.Body!["error"]!;
        Assert.Equal((status, code, subcode), ((int)answer.Status, (int)error["code"]!, (int?)error["error_subcode"]));
        Assert.NotEqual("", (string)error["message"]!);
        Assert.NotEqual("", (string)error["fbtrace_id"]!);
        Assert.NotEqual("", (string)error["type"]!);
        Assert.Empty(await facebook.PostsAsync());
    }

    [Fact]
    public async Task A_text_has_63206_characters_at_most()
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var longest = await facebook.PostAsync(("message", new string('x', 63_206)));
        var longer = await facebook.PostAsync(("message", new string('x', 63_207)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (longest.Status, longer.Status));
        Assert.Contains("63206", (string)longer.Body!["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_of_its_own_only_its_page_and_token_exist()
    {
        await using var facebook = await FacebookEmulator.StartAsync(settings => settings with { PageToken = FacebookEmulator.Token });

        var good = await facebook.PostAsync(("message", "x"));
        var foreign = await facebook.PostAsync(("message", "x"), ("access_token", "another"));
        var elsewhere = await facebook.SendAsync(HttpMethod.Post, "/v24.0/999/feed", FacebookEmulator.Form(("message", "x")));

        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Equal(190, (int)foreign.Body!["error"]!["code"]!);
        Assert.Equal((100, 33), ((int)elsewhere.Body!["error"]!["code"]!, (int)elsewhere.Body["error"]!["error_subcode"]!));
    }

    [Fact]
    public async Task A_scheduled_post_needs_a_time_that_is_neither_too_near_nor_too_far()
    {
        await using var facebook = await FacebookEmulator.StartAsync();
        var now = facebook.Clock.GetUtcNow().ToUnixTimeSeconds();

        var soon = await facebook.PostAsync(("message", "x"), ("published", "false"), ("scheduled_publish_time", $"{now + 60}"));
        var published = await facebook.PostAsync(("message", "x"), ("scheduled_publish_time", $"{now + 3600}"));
        var good = await facebook.PostAsync(("message", "x"), ("published", "false"), ("scheduled_publish_time", $"{now + 3600}"));

        Assert.Equal((100, 100), ((int)soon.Body!["error"]!["code"]!, (int)published.Body!["error"]!["code"]!));
        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.False((bool)Assert.Single(await facebook.PostsAsync())!["is_published"]!);
    }

    [Fact]
    public async Task A_photo_is_uploaded_with_its_caption_and_shown()
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var answer = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{FacebookEmulator.Page}/photos", Photo(Png));

        var post = Assert.Single(await facebook.PostsAsync())!;
        Assert.Equal(((string)post["photo_id"]!, (string)post["id"]!, "Caption"), ((string)answer.Body!["id"]!, (string)answer.Body["post_id"]!, (string)post["message"]!));
        using var picture = await facebook.Client.GetAsync($"/{post["picture"]}");
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_photo_that_is_none_is_refused()
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var svg = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{FacebookEmulator.Page}/photos", Photo(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>")));
        var none = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{FacebookEmulator.Page}/photos", FacebookEmulator.Form(("caption", "x")));
        var large = await facebook.SendAsync(HttpMethod.Post, $"/v24.0/{FacebookEmulator.Page}/photos", Photo([.. Png, .. new byte[4_000_000]]));

        Assert.Equal((100, 324, 100), ((int)svg.Body!["error"]!["code"]!, (int)none.Body!["error"]!["code"]!, (int)large.Body!["error"]!["code"]!));
        Assert.Empty(await facebook.PostsAsync());
    }

    [Fact]
    public async Task Too_many_posts_get_613_and_too_many_calls_4_until_the_window_ends()
    {
        await using var facebook = await FacebookEmulator.StartAsync(settings => settings with { PostLimit = 2, CallLimit = 4 });

        var codes = new List<int?>();
        for (var i = 0; i < 5; i++)
            codes.Add((int?)(await facebook.PostAsync(("message", "x"))).Body!["error"]?["code"]);
        facebook.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await facebook.PostAsync(("message", "x"));

        Assert.Equal([null, null, 613, 613, 4], codes);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Contains("call_count", later.Response.Headers.GetValues("X-App-Usage").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("190", 400)]
    [InlineData("200", 403)]
    [InlineData("613", 400)]
    [InlineData("2", 500)]
    public async Task A_test_can_ask_for_a_failure(string kind, int status)
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        await facebook.SendAsync(HttpMethod.Post, "/api/faults", new StringContent($$"""{"kind":"{{kind}}"}"""));
        var failed = await facebook.PostAsync(("message", "x"));
        var next = await facebook.PostAsync(("message", "x"));

        Assert.Equal((status, kind), ((int)failed.Status, $"{failed.Body!["error"]!["code"]}"));
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Equal(1, (int)(await facebook.SendAsync(HttpMethod.Get, "/api/faults")).Body!["applied"]!);
    }

    [Theory]
    [InlineData("/v24.0/1_2")]
    [InlineData("/v24.0/1/2/3")]
    public async Task What_is_not_there_answers_in_facebooks_form(string path)
    {
        await using var facebook = await FacebookEmulator.StartAsync();

        var answer = await facebook.SendAsync(HttpMethod.Get, $"{path}?access_token=x");

        Assert.NotNull(answer.Body!["error"]!["code"]);
    }

    private static MultipartFormDataContent Photo(byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { new StringContent("Caption"), "caption" }, { new StringContent(FacebookEmulator.Token), "access_token" }, { file, "source", "a.png" } };
    }
}
