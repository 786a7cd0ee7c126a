using System.Diagnostics;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The published images side by side, under the names, ports and variables that they have in the cluster, and with its restrictions.</summary>
internal sealed class ImageStack : IAsyncDisposable
{
    /// <summary>What the cluster's security context allows, in the runtime's words.</summary>
    internal static readonly string[] Restricted =
        ["--read-only", "--user", "10001", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--tmpfs", "/tmp"];

    private readonly string _id = $"tmcp-test-{Guid.NewGuid():N}"[..20];
    private readonly string _password = Guid.NewGuid().ToString("N");

    private ImageStack()
    {
    }

    /// <summary>Names of the published containers, as others reach them.</summary>
    public IReadOnlyList<string> Containers { get; } = ["pb-service", "bridge-service", "agent-service"];

    public static async Task<ImageStack> StartAsync()
    {
        var stack = new ImageStack();
        try
        {
            DockerEngine.Run("network", "create", stack._id);
            stack.Run("ollama-service", [], StandIns.Ollama);
            stack.Run("pb-service", ["PB_ADMIN_EMAIL=admin@tmcp.local", $"PB_ADMIN_PASSWORD={stack._password}"], PublishedImages.PocketBase);
            stack.Run(
                "bridge-service",
                ["POCKETBASE_URL=http://pb-service:8090", "POCKETBASE_USER=admin@tmcp.local", $"POCKETBASE_PASSWORD={stack._password}"],
                PublishedImages.Bridge);
            stack.Run(
                "agent-service",
                [
                    "PB_URL=http://pb-service:8090", "MCP_SERVER_URL=http://bridge-service:7999/sse", "POCKETBASE_USER=admin@tmcp.local",
                    $"POCKETBASE_PASSWORD={stack._password}", "OLLAMA_BASE_URL=http://ollama-service:11434", "OLLAMA_MODEL=qwen3:4b-instruct-2507-q4_K_M",
                ],
                PublishedImages.Agent);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>The runtime's name of a container.</summary>
    public string NameOf(string container) => $"{_id}-{container}";

    /// <summary>Waits until the image's own health check is green.</summary>
    public async Task HealthyAsync(string container)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (DockerEngine.Run("inspect", "--format", "{{.State.Health.Status}}", NameOf(container)) is not "healthy" and var state)
        {
            Assert.True(
                clock.Elapsed < Budgets.Ready,
                $"{container} is {state}: {DockerEngine.Run("inspect", "--format", "{{json .State}}", NameOf(container))} {DockerEngine.Run("logs", "--tail", "20", NameOf(container))}");
            await timer.WaitForNextTickAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        DockerEngine.TryRun(["rm", "-f", "-v", NameOf("ollama-service"), .. Containers.Select(NameOf)]);
        DockerEngine.TryRun("network", "rm", _id);
        return ValueTask.CompletedTask;
    }

    private void Run(string name, string[] variables, string image) => DockerEngine.Run([
        "run", "--detach", "--name", NameOf(name), "--network", _id, "--network-alias", name, .. Restricted,
        // As the image declares, but soon.
        "--health-interval", "2s",
        .. variables.SelectMany(variable => (string[])["--env", variable]), image,
    ]);
}
