using System.Net;
using System.Text.Json.Nodes;

namespace TmcpEmulators.Tests.Api;

public sealed class ServerInfoTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Root_says_what_Ollama_says_and_a_header_says_who_it_is()
    {
        using var response = await emulator.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("Ollama is running", await response.Content.ReadAsStringAsync());
        Assert.Equal(["ollama"], response.Headers.GetValues("X-Tmcp-Emulator"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/version")]
    [InlineData("/api/tags")]
    public async Task Probes_by_HEAD_are_answered(string path)
    {
        var (status, body, _) = await emulator.Client.SendAsync(HttpMethod.Head, path);

        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_is_reported(string path)
    {
        var (status, body, _) = await emulator.Client.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("ok", JsonNode.Parse(body)!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Installed_model_is_listed_in_both_APIs()
    {
        var tags = JsonNode.Parse(await emulator.Client.GetStringAsync(new Uri("/api/tags", UriKind.Relative)))!;
        var models = JsonNode.Parse(await emulator.Client.GetStringAsync(new Uri("/v1/models", UriKind.Relative)))!;
        var one = JsonNode.Parse(await emulator.Client.GetStringAsync(new Uri($"/v1/models/{Http.Model}", UriKind.Relative)))!;

        Assert.Contains(tags["models"]!.AsArray(), model => model!["name"]!.GetValue<string>() == Http.Model);
        Assert.Contains(models["data"]!.AsArray(), model => model!["id"]!.GetValue<string>() == Http.Model);
        Assert.Equal(Http.Model, one["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Model_is_loaded_after_its_first_request()
    {
        await emulator.Client.PostAsync("/api/generate", $$"""{"model":"{{Http.Model}}"}""");

        var loaded = JsonNode.Parse(await emulator.Client.GetStringAsync(new Uri("/api/ps", UriKind.Relative)))!;
        Assert.Equal(Http.Model, loaded["models"]![0]!["name"]!.GetValue<string>());
    }
}
