using System.Net;
using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Catalog;

namespace TmcpEmulators.Tests.Api;

public sealed class PullTests(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Pull_reports_progress_line_by_line_and_installs_the_model()
    {
        var (status, body, type) = await emulator.Client.SendAsync(HttpMethod.Post, "/api/pull", """{"model":"llama3.2:1b"}""");

        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (status, type));
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("pulling manifest", lines[0]["status"]!.GetValue<string>());
        Assert.Equal("success", lines[^1]["status"]!.GetValue<string>());
        var progress = lines.Where(line => line["total"] is not null).Select(line => (double)line["completed"]! / (double)line["total"]!).ToList();
        Assert.Equal(1, progress[^1]);
        Assert.Equal(progress.Order(), progress);
        Assert.Contains("llama3.2:1b", await emulator.Client.GetStringAsync(new Uri("/api/tags", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_without_streaming_answers_once()
    {
        var answer = await emulator.Client.PostAsync("/api/pull", """{"name":"tinyllama","stream":false}""");

        Assert.Equal("success", answer["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await emulator.Client.SendAsync(HttpMethod.Post, "/api/show", """{"model":"tinyllama:latest"}""")).Status);
    }

    [Fact]
    public async Task Deleted_model_is_gone()
    {
        await emulator.Client.PostAsync("/api/pull", """{"model":"shortlived","stream":false}""");

        Assert.Equal(HttpStatusCode.OK, (await emulator.Client.SendAsync(HttpMethod.Delete, "/api/delete", """{"model":"shortlived"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Client.SendAsync(HttpMethod.Post, "/api/show", """{"model":"shortlived"}""")).Status);
    }

    [Fact]
    public void List_of_models_is_bounded()
    {
        var catalog = new ModelCatalog(new Ollama.OllamaSettings { Models = [] }, TimeProvider.System);

        var accepted = Enumerable.Range(0, ModelCatalog.Capacity + 50).Count(number => catalog.TryAdd($"model-{number}"));

        Assert.Equal(ModelCatalog.Capacity, accepted);
        Assert.True(catalog.TryAdd("model-1"));
    }
}
