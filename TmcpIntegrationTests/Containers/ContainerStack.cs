using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The whole graph with <c>--containers always</c>, started once; not at all where no container can run.</summary>
public sealed class ContainerStack : TmcpStack
{
    /// <summary>Name of the collection that shares this stack.</summary>
    public const string ContainerCollection = "stack in containers";

    private protected override string Containers => "always";

    public override async Task InitializeAsync()
    {
        if (DockerEngine.Problem is not null)
            return;
        await DockerEngine.MakeAsync(async () =>
        {
            await StandIns.MakeAlpineAsync();
            StandIns.MakeOllama();
            StandIns.MakeElasticsearch();
            // The older builder keeps the first stage, which only a name lets find again.
            DockerEngine.BuildMarked(
                "--target", "release", "--build-arg", $"ALPINE_VERSION={StandIns.Tag}", "--tag", $"{StandIns.PocketBase}-stage", Path.Combine(RepositoryFolder.Path, "pocketbase"));
        });
        await base.InitializeAsync();
    }

    private protected override void Arrange(IDistributedApplicationBuilder builder)
    {
        builder.CreateResourceBuilder<ContainerResource>(Names.PocketBase).WithImage(StandIns.PocketBase, StandIns.Tag).WithBuildArg("ALPINE_VERSION", StandIns.Tag);
        WithoutVolume(builder.CreateResourceBuilder<ContainerResource>(Names.Ollama).WithImage(StandIns.Ollama).WithImageTag("latest"));
        WithoutVolume(builder.CreateResourceBuilder<ContainerResource>(Names.Elasticsearch).WithImage(StandIns.Elasticsearch).WithImageTag("latest").WithImageRegistry(null));
        // redis-server is in the base image.
        builder.CreateResourceBuilder<ContainerResource>(Names.Redis).WithImage(DockerEngine.BaseImage).WithImageRegistry(null);
    }

    // It would be the one that a person's models or log lines are in.
    private static void WithoutVolume(IResourceBuilder<ContainerResource> builder)
    {
        foreach (var mount in builder.Resource.Annotations.OfType<ContainerMountAnnotation>().ToArray())
            builder.Resource.Annotations.Remove(mount);
    }
}

/// <summary>One start of the stack in containers for all tests that need it.</summary>
[CollectionDefinition(ContainerStack.ContainerCollection, DisableParallelization = true)]
public sealed class ContainerStackCollection : ICollectionFixture<ContainerStack>;
