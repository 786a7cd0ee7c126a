using System.Net;
using System.Text.Json;
using Tmcp.Agent.Tests.Doubles;

namespace Tmcp.Agent.Tests.Chat;

public sealed class RequestTests(RequestTests.Stage stage) : IClassFixture<RequestTests.Stage>
{
    /// <summary>Name, body, and what the 422 must contain.</summary>
    public static TheoryData<string, string, string[]> WrongBodies => new()
    {
        { "no body", "", ["\"type\":\"missing\"", "[\"body\"]", "Field required"] },
        { "no message", "{}", ["\"type\":\"missing\"", "[\"body\",\"message\"]", "Field required", "\"input\":{}"] },
        { "no message but a thread", """{"thread_id":"t"}""", ["Field required", "\"input\":{\"thread_id\":\"t\"}"] },
        { "null message", """{"message":null}""", ["\"type\":\"string_type\"", "Input should be a valid string", "\"input\":null"] },
        { "number message", """{"message":7}""", ["string_type", "\"input\":7"] },
        { "blank message", """{"message":"  "}""", ["string_too_short", "at least 1 character"] },
        { "long message", $$"""{"message":"{{new string('x', 20_001)}}"}""", ["string_too_long", "at most 20000 characters"] },
        { "half a surrogate", """{"message":"\ud800"}""", ["string_unicode"] },
        { "thread of wrong type", """{"message":"hi","thread_id":[1]}""", ["[\"body\",\"thread_id\"]", "string_type"] },
        { "long thread id", $$"""{"message":"hi","thread_id":"{{new string('t', 201)}}"}""", ["thread_id", "string_too_long"] },
        { "two mistakes", """{"message":1,"thread_id":2}""", ["[\"body\",\"message\"]", "[\"body\",\"thread_id\"]"] },
        { "a list", "[1]", ["model_attributes_type", "valid dictionary or object"] },
        { "no JSON", "{\"message\":", ["json_invalid", "JSON decode error"] },
        { "broken UTF-8", "{\"message\":\"\\q\"}", ["json_invalid"] },
    };

    /// <summary>Name and Authorization header; every one is a 401.</summary>
    public static TheoryData<string, string?> WrongTokens => new()
    {
        { "none", null },
        { "scheme only", "Bearer " },
        { "no JWT", "Bearer abc" },
        { "two words", "Bearer a b" },
        { "no expiry", "Bearer a.e30.b" },
        { "payload is a list", "Bearer a.W10.b" },
        { "payload is no base64", "Bearer a.***.b" },
        { "payload has a dot missing", "Bearer a.e30" },
        { "far too long", $"Bearer a.{new string('a', 5000)}.b" },
        { "expired", $"Bearer {Tokens.For("user1", DateTimeOffset.UnixEpoch.AddYears(40))}" },
        { "unknown to PocketBase", $"Bearer {Tokens.For("stranger")}" },
        { "a superuser's", $"Bearer {Stage.SuperuserToken}" },
        { "another scheme", "Basic dXNlcjpwYXNz" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_wrong_body_is_a_422_in_FastAPIs_form(string name, string body, string[] contains)
    {
        var chat = await stage.Agent.SendAsync(stage.Agent.Token, body);

        Assert.True(chat.Status == HttpStatusCode.UnprocessableEntity, $"{name}: {chat.Status} {chat.Raw}");
        Assert.Equal("application/json", chat.Response.Content.Headers.ContentType?.MediaType);
        Assert.All(contains, text => Assert.Contains(text, chat.Raw, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(chat.Raw);
        Assert.All(json.RootElement.GetProperty("detail").EnumerateArray(), detail =>
            Assert.Equal(["input", "loc", "msg", "type"], detail.EnumerateObject().Select(member => member.Name).Order()));
        Assert.DoesNotContain("xxxxxxxx", chat.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task Without_a_users_token_the_answer_is_a_401_before_any_stream(string name, string? header)
    {
        var asked = stage.Agent.Model.Requests.Count;
        using var request = ChatStream.Request(token: null, "{}");
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await stage.Agent.Http.SendAsync(request);

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{name}: {response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("urn:tmcp:problem:unauthorized", body, StringComparison.Ordinal);
        Assert.Equal(asked, stage.Agent.Model.Requests.Count);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    [InlineData("BEARER   {0}")]
    public async Task A_token_is_taken_in_every_form_that_PocketBase_takes(string form)
    {
        using var request = ChatStream.Request(token: null, "{}");
        request.Headers.TryAddWithoutValidation("Authorization", string.Format(form, stage.Agent.Token));

        using var response = await stage.Agent.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_all_limits_is_a_413()
    {
        var chat = await stage.Agent.SendAsync(stage.Agent.Token, $$"""{"message":"{{new string('x', 200_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chat.Status);
    }

    [Fact]
    public async Task The_API_description_names_the_route_its_body_and_its_answers()
    {
        using var json = JsonDocument.Parse(await stage.Agent.Http.GetStringAsync("/openapi.json"));

        var chat = json.RootElement.GetProperty("paths").GetProperty("/chat").GetProperty("post");
        Assert.Equal(["200", "401", "422", "429", "503"], chat.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order());
        var body = json.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("ChatRequest");
        Assert.Equal(["message", "thread_id"], body.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("message", Assert.Single(body.GetProperty("required").EnumerateArray()).GetString());
        Assert.Equal("./", json.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    public sealed class Stage : IAsyncLifetime
    {
        public static string SuperuserToken { get; } = Tokens.For("admin");

        internal AgentHost Agent { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Agent = await AgentHost.StartAsync();
            Agent.PocketBase.Others[SuperuserToken] = true;
        }

        public async Task DisposeAsync() => await Agent.DisposeAsync();
    }
}
