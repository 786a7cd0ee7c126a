using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Containers;

/// <summary>Where images come from, and what is said when they do not come.</summary>
[Collection(ContainerCollection.Name)]
public sealed class ContainerImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _image = $"tmcp-test/{Guid.NewGuid():N}";

    public void Dispose()
    {
        _folder.Dispose();
        if (DockerEngine.Problem is null && DockerEngine.Run("image", "ls", "-q", _image) is { Length: > 0 } id)
            DockerEngine.TryRun("rmi", "-f", id.Split('\n')[0]);
    }

    [DockerFact]
    public async Task Image_that_cannot_be_pulled_is_explained_within_seconds()
    {
        var builder = TestApplication.CreateBuilder();
        // Nothing listens on port 1: a registry that is not reachable, on every machine.
        builder.AddContainer("store", "localhost:1/no/such", "1");
        var clock = Stopwatch.StartNew();
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("store", KnownResourceStates.FailedToStart);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await app.LogsAsync("store", "Image 'localhost:1/no/such:1' of 'store' could not be pulled: docker answers but reaches no registry");
        await app.LogsAsync("store", "or run without containers.");
    }

    [DockerFact]
    public async Task Image_that_may_not_be_pulled_is_said_to_be_missing()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddContainer("store", "localhost:1/no/such", "1").WithImagePullPolicy(ImagePullPolicy.Never);
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("store", KnownResourceStates.FailedToStart);

        await app.LogsAsync("store", "is not on this machine, and its pull policy is Never.");
    }

    [DockerFact]
    public async Task Image_is_built_from_a_Dockerfile_with_its_arguments_and_stage()
    {
        await WriteDockerfileAsync(
            $"FROM {DockerEngine.BaseImage} AS wanted", "ARG WORD", "RUN mkdir /www && echo \"built $WORD\" > /www/index.html",
            "CMD [\"busybox\", \"httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/www\"]", "FROM wanted", "RUN false");
        var builder = TestApplication.CreateBuilder();
        builder.AddContainer("web", _image).WithDockerfile(_folder.Path, stage: "wanted").WithBuildArg("WORD", "with care").WithHttpEndpoint(targetPort: 8080);
        await using var app = await TestApplication.StartAsync(builder);

        Assert.Equal("built with care", await app.PageAsync("web"));
        await app.LogsAsync("web", "Building image");
    }

    [DockerFact]
    public async Task Build_that_fails_shows_the_step_and_the_reason()
    {
        await WriteDockerfileAsync($"FROM {DockerEngine.BaseImage}", "RUN echo step output && exit 9");
        var builder = TestApplication.CreateBuilder();
        builder.AddContainer("web", _image).WithDockerfile(_folder.Path);
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("web", KnownResourceStates.FailedToStart);

        await app.LogsAsync("web", "step output");
        await app.LogsAsync("web", $"The image of 'web' could not be built from '{Path.Combine(_folder.Path, "Dockerfile")}':");
        Assert.Contains(await app.LogAsync("web"), line => line.Contains("exit 9", StringComparison.Ordinal));
    }

    [DockerFact]
    public async Task Missing_Dockerfile_is_named()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddContainer("web", _image).WithDockerfile(_folder.Path, "absent/Dockerfile");
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("web", KnownResourceStates.FailedToStart);

        await app.LogsAsync("web", $"'{Path.Combine(_folder.Path, "absent/Dockerfile")}' does not exist. Create it, or correct the path in the AppHost.");
    }

    private Task WriteDockerfileAsync(params string[] lines) => File.WriteAllLinesAsync(Path.Combine(_folder.Path, "Dockerfile"), lines);
}
