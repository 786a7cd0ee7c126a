using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The generated compose file starts the published images, in order of health, and a chat goes through them.</summary>
/// <remarks>Traefik is left out: its image cannot be made here. The routes that it gets are compared by the publisher's own tests.</remarks>
[Collection(PublishedImages.Collection)]
public sealed class ComposeTests : IDisposable
{
    private const string Override = $$"""
        services:
          redis:
            image: {{DockerEngine.BaseImage}}
            # The official image makes /data, and gives it to its user.
            user: "0:0"
            working_dir: /data
          ollama:
            image: tmcp-test/ollama
            command: ["--models", "qwen3:4b-instruct-2507-q4_K_M"]
          pocketbase:
            image: tmcp-test/tmcp-dashboard
            environment: { TMCP_DEMO_PASSWORD: demo-password-1 }
            ports: ["127.0.0.1::8090"]
          bridge:
            image: tmcp-test/tmcp-m-bridge
          agent:
            image: tmcp-test/tmcp-agents
            environment: { OLLAMA_BASE_URL: "http://ollama:11434" }
            depends_on:
              ollama: { condition: service_started }
            ports: ["127.0.0.1::8000"]
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _project = $"tmcp-test-{Guid.NewGuid():N}"[..20];

    public void Dispose()
    {
        if (DockerEngine.Problem is null && DockerCompose.Command is not null && File.Exists(Path.Combine(_folder.Path, "docker-compose.yaml")))
            Compose("down", "--volumes", "--timeout", "2");
        _folder.Dispose();
    }

    [ComposeFact]
    public async Task Stack_starts_from_the_generated_file_and_answers_a_chat()
    {
        Generate();
        await FillInAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "docker-compose.override.yaml"), Override);

        Compose("up", "--detach", "agent");

        using var agent = Client("agent", 8000);
        await HealthyAsync(agent);
        agent.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await SignInAsync());
        using var chat = await agent.PostAsJsonAsync("/chat", new { message = "Create a campaign called \"Launch\" with budget 5000", thread_id = "compose" });
        var events = await chat.Content.ReadAsStringAsync();
        Assert.Contains("create_record", events, StringComparison.Ordinal);
        Assert.DoesNotContain("\"error\"", events, StringComparison.Ordinal);
    }

    // As a person does: a value for every name that the example leaves empty.
    private async Task FillInAsync()
    {
        var secret = Guid.NewGuid().ToString("N");
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, ".env.example"));
        await File.WriteAllLinesAsync(Path.Combine(_folder.Path, ".env"), lines.Select(line => line.EndsWith('=') ? line + secret : line));
    }

    private HttpClient Client(string service, int port) =>
        new() { BaseAddress = new Uri($"http://{Compose("port", service, $"{port}").Trim().Split('\n')[^1]}"), Timeout = Budgets.Chat };

    private async Task<string> SignInAsync()
    {
        using var pocketbase = Client("pocketbase", 8090);
        using var answer = await pocketbase.PostAsJsonAsync("/api/collections/users/auth-with-password", new { identity = PocketBaseClient.DemoUser, password = "demo-password-1" });
        answer.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["token"]!;
    }

    private void Generate()
    {
        var publisher = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpPublisher", new DirectoryInfo(AppContext.BaseDirectory).Name, "TmcpPublisher.dll");
        var manifest = Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [publisher, "compose", "--manifest", manifest, "--output", _folder.Path, "--repository", RepositoryFolder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = new ProcessOutput(process);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "The publisher did not end.");
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output.Text);
    }

    private string Compose(params string[] arguments) => DockerCompose.Run(_folder.Path, ["--project-name", _project, .. arguments]);

    private static async Task HealthyAsync(HttpClient client)
    {
        using var limit = new CancellationTokenSource(Budgets.Ready);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!await AnswersAsync(client, limit.Token))
            await timer.WaitForNextTickAsync(limit.Token);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode && (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))?["status"]?.GetValue<string>() == "ok";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
