using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests;

/// <summary>From the webhook over the stream to Discord it is one trace in the dashboard. Discord itself is told of no trace: it is somebody else's.</summary>
[Collection(TmcpStack.Collection)]
public sealed class IncidentTraceTests(TmcpStack stack)
{
    [Fact]
    public async Task Alert_is_one_tree_from_the_webhook_to_the_message()
    {
        using var agent = new AiOpsClient(stack);
        using var inbox = new Inbox(stack);
        using var dashboard = await SignInAsync();
        var receipt = await agent.AlertAsync(Payloads.Classic($"svc-{Guid.NewGuid():N}"[..16]));
        await inbox.WaitAsync(AiOpsClient.IncidentOf(receipt));

        // Each process exports its own spans when it is time to.
        Span[] spans = [];
        await Until.TrueAsync(
            async () => IsWhole(spans = await SpansAsync(dashboard, (string)receipt["id"]!)),
            () => $"the trace with its end; there is: {string.Join(", ", spans.AsEnumerable())}");

        var root = Assert.Single(spans, span => span.Parent.Length == 0);
        Assert.Equal((Names.AiOpsAgent, "POST /api/webhook/alert"), (root.Resource, root.Name.TrimEnd('/')));
        Assert.Contains(spans, span => span.Name == "process firing" && span.Parent == root.Id);
    }

    private static bool IsWhole(Span[] spans)
    {
        var ids = spans.Select(span => span.Id).ToHashSet();
        return spans.Any(span => span.Name == "discord post")
            && spans.Any(span => span.Resource == Names.Elasticsearch)
            && spans.Count(span => !ids.Contains(span.Parent)) == 1;
    }

    private async Task<HttpClient> SignInAsync()
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        await stack.App.ResourceNotifications.WaitForResourceAsync("aspire-dashboard", KnownResourceStates.Running, limit.Token);
        var configuration = stack.App.Services.GetRequiredService<IConfiguration>();
        var http = new HttpClient { BaseAddress = new Uri(configuration["ASPNETCORE_URLS"]!.Split(';')[0]) };
        string? key = null;
        // Its process runs before it listens.
        await Until.TrueAsync(async () => (key = await FindKeyAsync(http, configuration["AppHost:BrowserToken"]!)) is not null, () => "the dashboard's answer");
        http.DefaultRequestHeaders.Add("x-api-key", key);
        return http;
    }

    private static async Task<string?> FindKeyAsync(HttpClient dashboard, string token)
    {
        try
        {
            using var answer = await dashboard.PostAsJsonAsync("/api/telemetry/validateToken", new { token });
            return answer.IsSuccessStatusCode ? (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["apiKey"] : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    // OTLP's JSON: resourceSpans[].resource.attributes, .scopeSpans[].spans[].
    private static async Task<Span[]> SpansAsync(HttpClient dashboard, string trace)
    {
        using var response = await dashboard.GetAsync($"/api/telemetry/traces/{trace}");
        if (!response.IsSuccessStatusCode)
            return [];
        var resources = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!["resourceSpans"]!.AsArray();
        return
        [
            .. from resource in resources
               let name = (string)resource!["resource"]!["attributes"]!.AsArray().Single(attribute => (string)attribute!["key"]! == "service.name")!["value"]!["stringValue"]!
               from scope in resource["scopeSpans"]!.AsArray()
               from span in scope!["spans"]!.AsArray()
               select new Span(name, (string)span!["name"]!, (string)span["spanId"]!, (string?)span["parentSpanId"] ?? ""),
        ];
    }

    private sealed record Span(string Resource, string Name, string Id, string Parent);
}
