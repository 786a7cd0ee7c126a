using System.Net;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Api;

/// <summary>What clients are told when a request is wrong, in the shape that each API family has.</summary>
public sealed class ErrorTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("POST", "/api/chat", """{"model":"nope","messages":[{"role":"user","content":"x"}]}""", 404, "model \"nope\" not found, try pulling it first")]
    [InlineData("POST", "/api/generate", """{"model":"nope","prompt":"x"}""", 404, "model \"nope\" not found, try pulling it first")]
    [InlineData("POST", "/api/show", """{"model":"nope"}""", 404, "model 'nope' not found")]
    [InlineData("DELETE", "/api/delete", """{"model":"nope"}""", 404, "model 'nope' not found")]
    [InlineData("POST", "/api/chat", "", 400, "missing request body")]
    [InlineData("POST", "/api/chat", "{", 400, "invalid JSON")]
    [InlineData("POST", "/api/chat", "[]", 400, "invalid JSON")]
    [InlineData("POST", "/api/chat", """{"model":1}""", 400, "invalid JSON")]
    [InlineData("POST", "/api/chat", """{"model":"\ud800"}""", 400, "invalid JSON")]
    [InlineData("POST", "/api/chat", """{"messages":[]}""", 400, "model is required")]
    [InlineData("POST", "/api/chat", """{"model":"qwen3:4b-instruct-2507-q4_K_M","messages":[{"role":"poet","content":"x"}]}""", 400, "invalid role")]
    [InlineData("POST", "/api/chat", """{"model":"qwen3:4b-instruct-2507-q4_K_M","format":7,"messages":[{"role":"user","content":"x"}]}""", 400, "invalid format")]
    [InlineData("POST", "/api/chat", """{"model":"qwen3:4b-instruct-2507-q4_K_M","think":true,"messages":[{"role":"user","content":"x"}]}""", 400, "does not support thinking")]
    [InlineData("POST", "/api/pull", """{"model":"not a name"}""", 400, "invalid model name")]
    [InlineData("POST", "/api/embed", """{"model":"x","input":"y"}""", 501, "not supported by TMCP's emulator")]
    [InlineData("POST", "/api/create", """{"model":"x"}""", 501, "not supported by TMCP's emulator")]
    public async Task Native_error_is_a_text(string method, string path, string body, int status, string message)
    {
        var (actual, answer, type) = await emulator.Client.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal((HttpStatusCode)status, actual);
        Assert.Equal("application/json; charset=utf-8", type);
        Assert.Contains(message, JsonNode.Parse(answer)!["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/v1/chat/completions", """{"model":"nope","messages":[{"role":"user","content":"x"}]}""", 404, "not_found_error", "try pulling it first")]
    [InlineData("POST", "/v1/chat/completions", "{", 400, "invalid_request_error", "invalid JSON")]
    [InlineData("POST", "/v1/chat/completions", """{"model":"x","messages":[]}""", 400, "invalid_request_error", "[] is too short - 'messages'")]
    [InlineData("POST", "/v1/chat/completions", """{"model":"qwen3:4b-instruct-2507-q4_K_M","messages":[{"role":"user","content":7}]}""", 400, "invalid_request_error", "invalid message content type")]
    [InlineData("POST", "/v1/chat/completions", """{"model":"qwen3:4b-instruct-2507-q4_K_M","messages":[{"role":"assistant","tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{"}}]}]}""", 400, "invalid_request_error", "invalid tool call arguments")]
    [InlineData("GET", "/v1/models/nope", null, 404, "not_found_error", "model 'nope' not found")]
    [InlineData("POST", "/v1/embeddings", """{"model":"x","input":"y"}""", 501, "api_error", "not supported by TMCP's emulator")]
    public async Task OpenAI_error_is_an_object(string method, string path, string? body, int status, string type, string message)
    {
        var (actual, answer, _) = await emulator.Client.SendAsync(new HttpMethod(method), path, body);

        var error = JsonNode.Parse(answer)!["error"]!;
        Assert.Equal((HttpStatusCode)status, actual);
        Assert.Equal(type, error["type"]!.GetValue<string>());
        Assert.Contains(message, error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(error.AsObject().ContainsKey("param") && error.AsObject().ContainsKey("code"));
    }

    [Fact]
    public async Task Unknown_path_is_the_routers_plain_404()
    {
        var (status, body, type) = await emulator.Client.SendAsync(HttpMethod.Get, "/api/nothing");

        Assert.Equal((HttpStatusCode.NotFound, "404 page not found", "text/plain"), (status, body, type));
    }

    [Theory]
    [InlineData("/api/chat")]
    [InlineData("/v1/chat/completions")]
    public async Task Body_over_the_limit_is_refused(string path)
    {
        var body = $$"""{"model":"x","messages":[{"role":"user","content":"{{new string('x', 4 * 1024 * 1024)}}"}]}""";

        // The server answers before the body is there, so the client has to ask before it sends.
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body), Headers = { ExpectContinue = true } };
        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("request body too large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
