using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Containers;

/// <summary>However a run ends, no container, network or anonymous volume of it stays; what was asked to stay does.</summary>
[Collection(ContainerCollection.Name)]
public sealed class ContainerEndTests : IDisposable
{
    // dcp, left alone, gives a container 10 s and needs 2 s more.
    private static readonly TimeSpan _orphans = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [DockerFact]
    public async Task Stop_takes_at_most_5_seconds_and_leaves_nothing()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("stubborn", "trap '' TERM; while true; do sleep 1; done").WithVolume("/anonymous");
        builder.AddWeb("web", "echo here");
        await using var app = await TestApplication.StartAsync(builder);
        string[] containers = [await app.ContainerIdAsync("stubborn"), await app.ContainerIdAsync("web")];
        var network = DockerEngine.Run("inspect", "--format", "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}", containers[0]);
        Assert.StartsWith("tmcp-session-", network, StringComparison.Ordinal);
        var volume = DockerEngine.Run("inspect", "--format", "{{range .Mounts}}{{.Name}}{{end}}", containers[0]);

        var clock = Stopwatch.StartNew();
        await app.Application.StopAsync();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        AssertGone(containers, network);
        Assert.DoesNotContain(volume, DockerEngine.Run("volume", "ls", "-q").Split('\n'));
    }

    [DockerFact]
    public async Task Stop_in_the_middle_of_a_build_ends_the_build()
    {
        var mark = $"sleeps {Guid.NewGuid():N}";
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "Dockerfile"), $"FROM {DockerEngine.BaseImage}\nRUN echo now it {mark} && sleep 300\n");
        var builder = TestApplication.CreateBuilder();
        builder.AddContainer("web", $"tmcp-test/{Guid.NewGuid():N}").WithDockerfile(_folder.Path);
        await using var app = await TestApplication.StartAsync(builder);
        await app.LogsAsync("web", $"now it {mark}");

        var clock = Stopwatch.StartNew();
        await app.Application.StopAsync();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(
            () => !DockerEngine.Run("ps", "--no-trunc", "--format", "{{.Command}}").Contains(mark, StringComparison.Ordinal), _orphans, () => "the build goes on");
    }

    [DockerFact]
    public async Task Killed_host_leaves_no_container()
    {
        using var host = await HostProcess.StartAsync("containers", _folder.Path, DockerEngine.BaseImage);
        string[] Containers() => DockerEngine.Run("ps", "-aq", "--filter", $"label=tmcp-test={Path.GetFileName(_folder.Path)}").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var network = $"tmcp-session-{Path.GetFileName(host.SessionFolder)["tmcp-".Length..]}";
        Assert.Single(Containers());
        Assert.Contains(network, DockerEngine.Run("network", "ls"), StringComparison.Ordinal);

        host.Kill();

        await host.EverythingGoneAsync(_orphans);
        Assert.Empty(Containers());
        Assert.DoesNotContain(network, DockerEngine.Run("network", "ls"), StringComparison.Ordinal);
    }

    [DockerFact]
    public async Task Persistent_container_is_found_again_by_the_next_run()
    {
        var name = $"tmcp-test-{Guid.NewGuid():N}";
        try
        {
            var first = await RunOnceAsync(name);
            Assert.Equal("running", DockerEngine.Run("inspect", "--format", "{{.State.Status}}", first));

            Assert.Equal(first, await RunOnceAsync(name));
        }
        finally
        {
            var networks = DockerEngine.Run("inspect", "--format", "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}", name);
            DockerEngine.TryRun("rm", "-fv", name);
            DockerEngine.TryRun("network", "rm", networks);
        }
    }

    private static async Task<string> RunOnceAsync(string name)
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddWeb("web", "echo here").WithLifetime(ContainerLifetime.Persistent).WithContainerName(name);
        builder.AddWeb("other", "busybox wget -qO- http://web:8080").WaitForStart(builder.CreateResourceBuilder<ContainerResource>("web"));
        await using var app = await TestApplication.StartAsync(builder);
        await app.PageAsync("web");
        Assert.Equal("here", await app.PageAsync("other"));
        return await app.ContainerIdAsync("web");
    }

    private static void AssertGone(string[] containers, string network)
    {
        var left = DockerEngine.Run("ps", "-aq", "--no-trunc");
        Assert.DoesNotContain(containers, container => left.Contains(container, StringComparison.Ordinal));
        Assert.DoesNotContain(network, DockerEngine.Run("network", "ls", "--format", "{{.Name}}").Split('\n'));
    }
}
