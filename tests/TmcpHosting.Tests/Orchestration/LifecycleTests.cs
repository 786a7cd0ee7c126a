using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Session;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>What happens to processes of the model between start and end, against the real dcp.</summary>
public sealed class LifecycleTests
{
    [EngineFact]
    public async Task Crash_is_finished_with_exit_code_and_a_last_line_without_line_end()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("crash", "/bin/sh", "/", "-c", "echo one; echo two >&2; printf three; exit 3");
        await using var app = await TestApplication.StartAsync(builder);

        var ended = await app.StateAsync("crash", KnownResourceStates.Finished);

        Assert.Equal(3, ended.ExitCode);
        Assert.NotNull(ended.StartTimeStamp);
        Assert.NotNull(ended.StopTimeStamp);
        var log = await app.LogAsync("crash");
        Assert.Contains("one", log);
        Assert.Contains("two", log);
        Assert.Contains("three", log);
        Assert.Contains(log, line => line.Contains("exit code 3", StringComparison.Ordinal));
    }

    [EngineFact]
    public async Task What_looks_like_a_template_reaches_the_process_unchanged()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("echo", "/bin/sh", "/", "-c", "printf '%s\\n' \"$0\" \"$ODD\"", "{{.Name}} {{{ }}")
            .WithEnvironment("ODD", """{{portFor "echo"}}""");
        await using var app = await TestApplication.StartAsync(builder);

        await app.StateAsync("echo", KnownResourceStates.Finished);

        var log = await app.LogAsync("echo");
        Assert.Contains("{{.Name}} {{{ }}", log);
        Assert.Contains("""{{portFor "echo"}}""", log);
    }

    [EngineFact]
    public async Task Stop_and_start_replace_the_process_and_keep_the_address_and_the_others()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("server", "node", "/", "-e", TestScripts.Server).WithHttpEndpoint(env: "PORT").WithHttpHealthCheck("/");
        builder.AddExecutable("other", "/bin/sleep", "/", "600");
        await using var app = await TestApplication.StartAsync(builder);
        await app.Application.ResourceNotifications.WaitForResourceHealthyAsync("server").WaitAsync(TestApplication.Limit);
        var (server, other) = (await app.PidAsync("server"), await app.PidAsync("other"));
        var url = (await app.StateAsync("server", KnownResourceStates.Running)).Urls.Single().Url;

        Assert.True((await app.ExecuteAsync("server", "stop")).Success);
        var stopped = await app.StateAsync("server", KnownResourceStates.Finished);
        Assert.Null(ProcessIdentity.Find(server));
        Assert.True(stopped.Urls.Single().IsInactive);
        Assert.True((await app.ExecuteAsync("server", "start")).Success);

        await app.Application.ResourceNotifications.WaitForResourceHealthyAsync("server").WaitAsync(TestApplication.Limit);
        Assert.NotEqual(server, await app.PidAsync("server"));
        Assert.Equal(other, await app.PidAsync("other"));
        using var client = new HttpClient();
        Assert.Equal("hello", await client.GetStringAsync(url));
    }

    [EngineFact]
    public async Task Restart_gives_a_new_process()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("sleeper", "/bin/sleep", "/", "600");
        await using var app = await TestApplication.StartAsync(builder);
        var before = await app.PidAsync("sleeper");

        var result = await app.ExecuteAsync("sleeper", "restart");

        Assert.True(result.Success, result.Message);
        Assert.NotEqual(before, await app.PidAsync("sleeper"));
        Assert.Null(ProcessIdentity.Find(before));
    }

    [EngineFact]
    public async Task Replicas_are_processes_of_their_own_behind_one_address()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("server", "node", "/", "-e", TestScripts.PidServer).WithHttpEndpoint(env: "PORT").WithHttpHealthCheck("/")
            .WithAnnotation(new ReplicaAnnotation(2));
        await using var app = await TestApplication.StartAsync(builder);
        await app.Application.ResourceNotifications.WaitForResourceHealthyAsync("server").WaitAsync(TestApplication.Limit);
        var resource = ((DistributedApplicationModel)app.Application.Services.GetService(typeof(DistributedApplicationModel))!).Resources.Single(candidate => candidate.Name == "server");
        var ids = resource.ResourceIds();
        Assert.Equal(2, ids.Count);
        var pids = new[] { await app.PidAsync(ids[0]), await app.PidAsync(ids[1]) };

        var url = (await app.StateAsync(ids[0], KnownResourceStates.Running)).Urls.Single().Url;
        var seen = new HashSet<int>();
        for (var attempt = 0; attempt < 200 && seen.Count < 2; attempt++)
        {
            using var client = new HttpClient();
            seen.Add(int.Parse(await client.GetStringAsync(url)));
        }

        Assert.Equal(pids.Order(), seen.Order());
    }

    [EngineFact]
    public async Task Explicit_start_waits_for_the_command()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("later", "/bin/sleep", "/", "600").WithExplicitStart();
        await using var app = await TestApplication.StartAsync(builder);
        await app.StateAsync("later", KnownResourceStates.NotStarted);

        Assert.True((await app.ExecuteAsync("later", "start")).Success);

        Assert.NotNull(ProcessIdentity.Find(await app.PidAsync("later")));
    }

    [EngineFact]
    public async Task Start_command_ends_the_wait_for_a_dependency()
    {
        var builder = TestApplication.CreateBuilder();
        var never = builder.AddExecutable("never", "/bin/sleep", "/", "600").WithExplicitStart();
        builder.AddExecutable("waiter", "/bin/sleep", "/", "600").WaitFor(never);
        await using var app = await TestApplication.StartAsync(builder);
        await app.StateAsync("waiter", KnownResourceStates.Waiting);

        Assert.True((await app.ExecuteAsync("waiter", "start")).Success);

        Assert.NotNull(ProcessIdentity.Find(await app.PidAsync("waiter")));
    }

    [EngineFact]
    public async Task Ending_the_wait_of_one_replica_leaves_those_that_run_alone()
    {
        var builder = TestApplication.CreateBuilder();
        var never = builder.AddExecutable("never", "/bin/sleep", "/", "600").WithExplicitStart();
        builder.AddExecutable("waiter", "/bin/sleep", "/", "600").WaitFor(never).WithAnnotation(new ReplicaAnnotation(2));
        await using var app = await TestApplication.StartAsync(builder);
        var resource = ((DistributedApplicationModel)app.Application.Services.GetService(typeof(DistributedApplicationModel))!).Resources.Single(candidate => candidate.Name == "waiter");
        var (restarted, other) = (resource.ResourceIds()[0], resource.ResourceIds()[1]);
        await app.StateAsync(other, KnownResourceStates.Waiting);
        Assert.True((await app.ExecuteAsync(other, "start")).Success);
        var before = (await app.PidAsync(restarted), await app.PidAsync(other));
        Assert.True((await app.ExecuteAsync(restarted, "restart")).Success);
        await app.StateAsync(restarted, KnownResourceStates.Waiting);

        Assert.True((await app.ExecuteAsync(restarted, "start")).Success);

        Assert.NotEqual(before.Item1, await app.PidAsync(restarted));
        Assert.True(app.Application.ResourceNotifications.TryGetCurrentState(other, out var untouched));
        Assert.Equal(KnownResourceStates.Running, untouched.Snapshot.State?.Text);
        Assert.Equal(before.Item2, await app.PidAsync(other));
    }

    [EngineFact]
    public async Task Arguments_are_shown_as_the_process_got_them_and_secret_ones_masked()
    {
        var builder = TestApplication.CreateBuilder();
        var secret = builder.AddParameter("key", () => "sesame", secret: true);
        var server = builder.AddExecutable("server", "/bin/sh", "/", "-c", "sleep 600").WithHttpEndpoint(name: "http");
        server.WithArgs("--port", server.GetEndpoint("http").Property(EndpointProperty.TargetPort), secret);
        await using var app = await TestApplication.StartAsync(builder);

        await app.PidAsync("server");

        var running = await app.StateAsync("server", KnownResourceStates.Running);
        var (executable, application) = (Property(KnownProperties.Executable.Args), Property(KnownProperties.Resource.AppArgs));
        string[] args = [.. Assert.IsAssignableFrom<IEnumerable<string>>(application.Value)];
        Assert.Equal(["-c", "sleep 600", "--port", "sesame"], args.Where((_, index) => index != 3));
        Assert.InRange(int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture), 1, 65_535);
        Assert.Equal(new[] { 0, 0, 0, 0, 1 }, (IEnumerable<int>)Property(KnownProperties.Resource.AppArgsSensitivity).Value!);
        Assert.Equal(args, (IEnumerable<string>)executable.Value!);
        Assert.True(executable.IsSensitive);

        ResourcePropertySnapshot Property(string name) => running.Properties.Single(property => property.Name == name);
    }

    [EngineFact]
    public async Task Wrapper_that_does_not_forward_signals_stops_with_its_child_in_good_order()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "package.json"), """{ "scripts": { "dev": "node server.js" } }""");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "server.js"), TestScripts.TidyServer);
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("wrapped", "npm", folder.Path, "run", "dev");
        await using var app = await TestApplication.StartAsync(builder);
        await app.PidAsync("wrapped");
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(folder.Path, "ready")), TestApplication.Limit, () => "the server did not start");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True((await app.ExecuteAsync("wrapped", "stop")).Success);

        Assert.True(File.Exists(Path.Combine(folder.Path, "tidied")), "the child was killed, not asked");
        // 6 s is how long dcp waits for a child that nobody has told to end.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5.5), $"took {watch.Elapsed}");
    }
}
