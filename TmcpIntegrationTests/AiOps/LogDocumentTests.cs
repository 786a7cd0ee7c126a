using System.Text.Json;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The lines of all resources are in the log store, in the shape that docs/log-documents.md promises.</summary>
[Collection(TmcpStack.Collection)]
public sealed class LogDocumentTests(TmcpStack stack)
{
    [Fact]
    public async Task Every_resource_has_documents_of_the_promised_shape()
    {
        using var http = new HttpClient { BaseAddress = stack.Address(Names.Elasticsearch) };
        var schema = JsonSchema.Load(Path.Combine(RepositoryFolder.Path, "docs", "log-document.schema.json"));

        foreach (var resource in TmcpStack.Resources)
        {
            JsonElement[] hits = [];
            await Until.TrueAsync(async () => (hits = await SearchAsync(http, resource)).Length > 0, () => $"a line of {resource}");

            Assert.All(hits, hit =>
            {
                var source = hit.GetProperty("_source");
                Assert.Empty(schema.Check(source));
                Assert.Equal($"fluentd-{source.GetProperty("@timestamp").GetDateTimeOffset().UtcDateTime:yyyyMMdd}", hit.GetProperty("_index").GetString());
                Assert.DoesNotContain('\u001b', source.GetProperty("message").GetString()!);
            });
            Assert.Equal(hits.Length, hits.Select(hit => hit.GetProperty("_id").GetString()).Distinct().Count());
        }
    }

    private static async Task<JsonElement[]> SearchAsync(HttpClient http, string resource)
    {
        var answer = await http.GetStringAsync($"/fluentd-*/_search?ignore_unavailable=true&size=200&q=service.name:%22{resource}%22");
        using var document = JsonDocument.Parse(answer);
        return [.. document.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(hit => hit.Clone())];
    }
}
