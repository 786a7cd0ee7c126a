using System.Text.Json;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The images that the cluster runs, built from the repository's Dockerfiles and kept for the next run; nothing where no container can run.</summary>
public sealed class PublishedImages : IAsyncLifetime
{
    /// <summary>Name of the collection that shares the images.</summary>
    public const string Collection = "published images";

    internal const string Version = "1.2.3-test";

    internal const string PocketBase = "tmcp-test/tmcp-dashboard";
    internal const string Bridge = "tmcp-test/tmcp-m-bridge";
    internal const string Agent = "tmcp-test/tmcp-agents";
    internal const string AiOps = "tmcp-test/tmcp-aiops-agent";
    internal const string Tools = "tmcp-test/tmcp-tools";

    internal static readonly string[] Names = [PocketBase, Bridge, Agent, AiOps, Tools];

    public async Task InitializeAsync()
    {
        if (DockerEngine.Problem is null)
            await DockerEngine.MakeAsync(MakeAsync);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task MakeAsync()
    {
        await StandIns.MakeAlpineAsync();
        StandIns.MakeDotnet();
        StandIns.MakeOllama();
        Build(PocketBase, "release", "pocketbase", "pocketbase/Dockerfile", "--build-arg", $"ALPINE_VERSION={StandIns.Tag}");
        BuildService(Bridge, "TmcpBridge");
        BuildService(Agent, "TmcpAgent");
        BuildService(AiOps, "TmcpAiOps");
        BuildService(Tools, "TmcpTools");
    }

    /// <summary>What an image declares: user, ports, health check, labels.</summary>
    internal static JsonElement ConfigurationOf(string image)
    {
        using var inspected = JsonDocument.Parse(DockerEngine.Run("image", "inspect", image));
        return inspected.RootElement[0].GetProperty("Config").Clone();
    }

    private static void BuildService(string image, string project) => Build(
        image, "build", ".", $"services/{project}/Dockerfile",
        "--build-arg", $"SDK_TAG={StandIns.Tag}", "--build-arg", $"RUNTIME_TAG={StandIns.Tag}", "--build-arg", "BUILDPLATFORM=linux/amd64");

    // The older builder keeps the first stage, which only a name lets find again.
    private static void Build(string image, string stage, string context, string dockerfile, params string[] arguments)
    {
        string[] common = ["--file", Path.Combine(RepositoryFolder.Path, dockerfile), "--build-arg", $"VERSION={Version}", .. arguments];
        var folder = Path.GetFullPath(context, RepositoryFolder.Path);
        DockerEngine.BuildMarked([.. common, "--target", stage, "--tag", $"{image}-stage", folder]);
        DockerEngine.BuildMarked([.. common, "--tag", image, folder]);
    }
}

/// <summary>One build of the images for all tests that need them.</summary>
[CollectionDefinition(PublishedImages.Collection, DisableParallelization = true)]
public sealed class PublishedImagesCollection : ICollectionFixture<PublishedImages>;
