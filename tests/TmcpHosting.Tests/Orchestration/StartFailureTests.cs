using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>What cannot work is said in one sentence, and nothing half-started stays.</summary>
public sealed class StartFailureTests
{
    [EngineFact]
    public async Task Taken_port_is_named_with_resource_and_holder_before_anything_starts()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        using var folder = new TemporaryFolder();
        var builder = TestApplication.CreateBuilder("--DcpPublisher:RandomizePorts=false", "--Tmcp:StartupTimeline=false");
        builder.AddExecutable("web", "/bin/sh", folder.Path, "-c", "touch started; sleep 600").WithHttpEndpoint(port: port);

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => TestApplication.StartAsync(builder));

        Assert.Contains($"port {port} of 'web'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId} ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [EngineFact]
    public async Task Port_that_two_resources_want_is_named_with_both()
    {
        var builder = TestApplication.CreateBuilder("--DcpPublisher:RandomizePorts=false", "--Tmcp:StartupTimeline=false");
        builder.AddExecutable("one", "/bin/sleep", "/", "600").WithHttpEndpoint(port: 17_321);
        builder.AddExecutable("two", "/bin/sleep", "/", "600").WithHttpEndpoint(port: 17_321);

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => TestApplication.StartAsync(builder));

        Assert.Contains("'one'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'two'", failure.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Program_that_is_not_on_the_path_is_named()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("tool", "no-such-tool-here", "/");

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => TestApplication.StartAsync(builder));

        Assert.StartsWith("Resource 'tool' cannot start: 'no-such-tool-here' was not found on PATH.", failure.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Missing_working_directory_fails_only_its_resource_and_says_why()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("lost", "/bin/sleep", "/no/such/folder", "600");
        builder.AddExecutable("fine", "/bin/sleep", "/", "600");
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("lost", KnownResourceStates.FailedToStart);

        await app.PidAsync("fine");
        Assert.Contains(await app.LogAsync("lost"), line => line.Contains("'/no/such/folder' does not exist", StringComparison.Ordinal));
    }

    [EngineFact]
    public async Task Program_that_the_system_refuses_fails_with_the_reason_of_dcp()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.Path, "broken");
        await File.WriteAllTextAsync(program, "#!/no/such/interpreter\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("broken", program, folder.Path);
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("broken", KnownResourceStates.FailedToStart);

        Assert.Contains(await app.LogAsync("broken"), line => line.Contains("no such file", StringComparison.OrdinalIgnoreCase));
    }
}
