using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;
using Tmcp.Tests.Shared.Redis;

namespace Tmcp.AiOps.Tests.Doubles;

/// <summary>The service on a free port. Without doubles for the model and the log store it goes by rules and the alert's own words.</summary>
internal sealed class AiOpsHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TimeProvider? _clock;

    private AiOpsHost(Dictionary<string, string> settings, TimeProvider? clock) => (_settings, _clock) = (settings, clock);

    public CapturedLogs Logs { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public static AiOpsHost Start(
        RedisProcess redis, FakeDiscord? discord = null, FakeElasticsearch? elasticsearch = null, FakeModel? model = null, TimeProvider? clock = null,
        params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:redis"] = redis.Connection,
            ["ELASTICSEARCH_URL"] = elasticsearch?.Server.Address.ToString() ?? "http://127.0.0.1:1",
            ["OLLAMA_BASE_URL"] = model?.Server.Address.ToString() ?? "http://127.0.0.1:1",
            ["OLLAMA_MODEL"] = FakeModel.Name,
            ["AiOps:Analysis:UseModel"] = model is null ? "false" : "true",
            ["AiOps:Queue:Consumer"] = "test",
            ["AiOps:Queue:FirstRetry"] = "00:00:00.02",
            ["AiOps:Queue:LongestRetry"] = "00:00:00.2",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Trace",
        };
        if (discord is not null)
            all["DISCORD_WEBHOOK_URL"] = discord.Webhook.ToString();
        foreach (var (key, value) in settings)
            all[key] = value;

        var host = new AiOpsHost(all, clock);
        host.UseKestrel();
        host.StartServer();
        host.Http = host.CreateClient();
        host.Http.Timeout = Patience.Long;
        return host;
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Add("Authorization", $"Bearer {token}");
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, JsonNode.Parse(text.Length == 0 ? "{}" : text)!);
    }

    /// <summary>Posts an alert and returns the decisions.</summary>
    public async Task<IReadOnlyList<JsonNode>> AlertAsync(string body)
    {
        var (status, answer) = await PostAsync("/api/webhook/alert", body);
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {answer}\n{Errors()}");
        return [.. answer["decisions"]!.AsArray().Select(decision => decision!)];
    }

    public async Task<string> DecideAsync(string body) => (string)(await AlertAsync(body))[0]["decision"]!;

    public async Task<JsonNode> LogsAsync(string body)
    {
        var (status, answer) = await PostAsync("/api/webhook/k8s-logs", body);
        Assert.True(status == HttpStatusCode.Accepted, $"{status}: {answer}\n{Errors()}");
        return answer;
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    /// <summary>The incident with its timeline.</summary>
    public Task<JsonNode> IncidentAsync(string id) => GetAsync($"/api/incidents/{id}");

    /// <summary>The body, whatever the status.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What was logged as an error.</summary>
    public string Errors() => string.Join('\n', Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).TakeLast(3));

    public Task<string> MetricsAsync() => Http.GetStringAsync("/metrics");

    /// <summary>The value of a time series, as written; zero when it is not there.</summary>
    public async Task<double> MetricAsync(string series) =>
        (await MetricsAsync()).Split('\n').Where(line => line.StartsWith(series + " ", StringComparison.Ordinal)).Select(line => double.Parse(line[(series.Length + 1)..])).FirstOrDefault();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureServices(services =>
        {
            if (_clock is not null)
                services.AddSingleton(_clock);
        });
    }
}
