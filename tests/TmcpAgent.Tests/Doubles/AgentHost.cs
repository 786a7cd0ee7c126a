using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tmcp.Tests.Shared;

namespace Tmcp.Agent.Tests.Doubles;

/// <summary>The agent on a free port, with doubles for everything outside: model, bridge, PocketBase.</summary>
internal sealed class AgentHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TimeProvider? _clock;

    private AgentHost(ScriptedModel model, FakeBridge bridge, FakePocketBase pocketBase, Dictionary<string, string> settings, TimeProvider? clock)
    {
        (Model, Bridge, PocketBase, _settings, _clock) = (model, bridge, pocketBase, settings, clock);
        Token = pocketBase.AddUser("user1");
    }

    public ScriptedModel Model { get; }

    public FakeBridge Bridge { get; }

    public FakePocketBase PocketBase { get; }

    public CapturedLogs Logs { get; } = new();

    /// <summary>Token of the user <c>user1</c>.</summary>
    public string Token { get; }

    public IMeterFactory MeterFactory => Services.GetRequiredService<IMeterFactory>();

    public HttpClient Http { get; private set; } = null!;

    /// <param name="path">The bridge's endpoint: <c>/sse</c> or <c>/mcp</c>.</param>
    /// <param name="clock">Replaces the system's.</param>
    /// <param name="settings">Configuration keys and values.</param>
    public static async Task<AgentHost> StartAsync(string path = "/sse", TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var (model, bridge, pocketBase) = (await ScriptedModel.StartAsync(), await FakeBridge.StartAsync(), await FakePocketBase.StartAsync());
        var all = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["PB_URL"] = pocketBase.Address.ToString(),
            ["MCP_SERVER_URL"] = new Uri(bridge.Address, path).ToString(),
            ["OLLAMA_BASE_URL"] = model.Address.ToString(),
            ["OLLAMA_MODEL"] = ScriptedModel.Name,
            ["Bridge:ConnectAttempts"] = "1",
            ["Model:RetryDelay"] = "00:00:00.01",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Trace",
        };
        foreach (var (key, value) in settings)
            all[key] = value;

        var host = new AgentHost(model, bridge, pocketBase, all, clock);
        host.UseKestrel();
        host.StartServer();
        host.Http = host.CreateClient();
        host.Http.Timeout = Patience.Long;
        return host;
    }

    /// <summary>Says something and reads the answer to its end.</summary>
    public async Task<ChatStream> ChatAsync(string message, string? thread = null, string? token = null) =>
        await SendAsync(token ?? Token, thread is null
            ? JsonSerializer.Serialize(new { message })
            : JsonSerializer.Serialize(new { message, thread_id = thread }));

    /// <summary>Asks a generator and reads its stream to the end.</summary>
    public Task<ChatStream> GenerateAsync(string path, object body, string? token = null) =>
        SendAsync(token ?? Token, JsonSerializer.Serialize(body), path);

    public async Task<ChatStream> SendAsync(string? token, string body, string path = "/chat")
    {
        var response = await Http.SendAsync(ChatStream.Request(token, body, path));
        return new ChatStream(response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until a health check reports a status.</summary>
    public async Task HealthAsync(string check, string expected)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var response = await Http.GetAsync("/health", limit.Token);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(limit.Token));
            if (json.RootElement.GetProperty("checks").TryGetProperty(check, out var entry) && entry.GetProperty("status").GetString() == expected)
                return;
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>As a signal would.</summary>
    public void Stop() => Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
        await Bridge.DisposeAsync();
        await PocketBase.DisposeAsync();
    }

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
