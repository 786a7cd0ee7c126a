using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Containers;

/// <summary>What the model says of a container is what runs.</summary>
[Collection(ContainerCollection.Name)]
public sealed class ContainerRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [DockerFact]
    public async Task Environment_entry_point_and_arguments_reach_the_container()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddWeb("web", "echo \"$GREETING {{not a template}} $0\"").WithArgs("argument").WithEnvironment("GREETING", "two words, {{braces}}");
        await using var app = await TestApplication.StartAsync(builder);

        Assert.Equal("two words, {{braces}} {{not a template}} argument", await app.PageAsync("web"));
    }

    [DockerFact]
    public async Task Containers_and_processes_reach_each_other()
    {
        var builder = TestApplication.CreateBuilder();
        var process = builder.AddExecutable("process", "node", "/", "-e", TestScripts.Server).WithHttpEndpoint(env: "PORT");
        var store = builder.AddWeb("store", "echo stored");
        builder.AddWeb("asker", "busybox wget -qO- $STORE_HTTP; busybox wget -qO- $PROCESS; echo; busybox wget -qO- http://alias:8080")
            .WithReference(store.GetEndpoint("http")).WithEnvironment("PROCESS", $"{process.GetEndpoint("http")}/hello").WaitFor(store).WaitFor(process);
        store.WithContainerNetworkAlias("alias").WithHttpHealthCheck();
        process.WithHttpHealthCheck();
        await using var app = await TestApplication.StartAsync(builder);

        Assert.Equal("stored\nhello\nstored", await app.PageAsync("asker"));
    }

    [DockerFact]
    public async Task Mounts_are_as_the_model_says()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "note"), "from the host");
        var volume = $"tmcp-test-{Guid.NewGuid():N}";
        try
        {
            var builder = TestApplication.CreateBuilder();
            builder.AddWeb("web", "cat /bind/note; touch /bind/x 2>/dev/null || echo ' read-only'; echo kept > /volume/file; echo written > /anonymous/file && cat /anonymous/file")
                .WithBindMount(_folder.Path, "/bind", isReadOnly: true).WithVolume(volume, "/volume").WithVolume("/anonymous");
            await using (var app = await TestApplication.StartAsync(builder))
                Assert.Equal("from the host read-only\nwritten", await app.PageAsync("web"));

            var again = TestApplication.CreateBuilder();
            again.AddWeb("web", "cat /volume/file").WithVolume(volume, "/volume");
            await using var second = await TestApplication.StartAsync(again);
            Assert.Equal("kept", await second.PageAsync("web"));
        }
        finally
        {
            DockerEngine.TryRun("volume", "rm", "-f", volume);
        }
    }

    [DockerFact]
    public async Task Fixed_port_is_the_containers_own_without_a_proxy()
    {
        var port = FreePort.Next();
        var builder = TestApplication.CreateBuilder();
        builder.AddWeb("web", "echo here").WithEndpoint("http", endpoint => (endpoint.Port, endpoint.IsProxied) = (port, false));
        await using var app = await TestApplication.StartAsync(builder);

        Assert.Equal("here", await app.PageAsync("web"));
        Assert.Contains($":{port}", DockerEngine.Run("port", await app.ContainerIdAsync("web")), StringComparison.Ordinal);
    }

    [DockerFact]
    public async Task Restart_makes_a_new_container_and_stop_ends_it()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddWeb("web", "echo $HOSTNAME");
        await using var app = await TestApplication.StartAsync(builder);
        var first = await app.PageAsync("web");

        Assert.True((await app.ExecuteAsync("web", KnownResourceCommands.RestartCommand)).Success);
        var second = await app.PageAsync("web");
        await app.ExecuteAsync("web", KnownResourceCommands.StopCommand);
        await app.StateAsync("web", KnownResourceStates.Exited);

        Assert.NotEqual(first, second);
    }

    [DockerFact]
    public async Task Container_that_ends_by_itself_shows_its_exit_code_and_its_last_words()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("job", "echo about to fail >&2; exit 7");
        await using var app = await TestApplication.StartAsync(builder);

        var ended = await app.StateAsync("job", KnownResourceStates.Exited);

        Assert.Equal(7, ended.ExitCode);
        await app.LogsAsync("job", "about to fail");
    }
}
