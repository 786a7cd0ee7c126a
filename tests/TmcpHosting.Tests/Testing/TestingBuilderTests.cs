using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SampleAppHost;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Testing;

/// <summary>The testing builder over a real entry point. The hosted services are left out: nothing here needs the orchestrator.</summary>
public sealed class TestingBuilderTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_entry_point_is_held_when_everything_is_described_and_the_test_can_add_to_it()
    {
        await using var builder = await CreateAsync();

        Assert.Equal(["web", "store"], builder.Resources.Select(resource => resource.Name));
        builder.AddResource(new SampleResource("extra"));

        await using var app = await builder.BuildAsync().WaitAsync(s_limit);
        Assert.Contains(app.Services.GetRequiredService<DistributedApplicationModel>().Resources, resource => resource.Name == "extra");
    }

    [Fact]
    public async Task The_defaults_of_testing_hold_unless_the_test_says_otherwise()
    {
        await using var builder = await CreateAsync();
        var options = Options(builder);

        Assert.True(options is { DisableDashboard: true, EnableResourceLogging: true, AllowUnsecuredTransport: true });
        Assert.Equal("true", builder.Configuration["DcpPublisher:RandomizePorts"]);
        Assert.Equal(Path.Combine(RepositoryFolder.Path, "tests", "SampleAppHost"), builder.AppHostDirectory);
        Assert.Equal(builder.AppHostDirectory, builder.Environment.ContentRootPath);

        await using var other = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleAppHost>(
            ["--DcpPublisher:RandomizePorts=false"], (changed, _) => changed.DisableDashboard = false).WaitAsync(s_limit);
        Assert.False(Options(other).DisableDashboard);
        Assert.Equal("false", other.Configuration["DcpPublisher:RandomizePorts"]);
    }

    [Fact]
    public async Task The_first_launch_profile_is_configuration()
    {
        await using var builder = await CreateAsync();

        Assert.Equal("first", builder.Configuration["SAMPLE_PROFILE"]);
        Assert.Equal("http://localhost:18888", builder.Configuration["ASPNETCORE_URLS"]);
    }

    [Fact]
    public async Task Without_the_dashboard_waits_stop_at_a_failure()
    {
        await using var builder = await CreateAsync();
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);

        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ResourceNotificationServiceOptions>>();
        Assert.Equal(WaitBehavior.StopOnResourceUnavailable, options.Value.DefaultWaitBehavior);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("async")]
    public async Task The_application_starts_with_the_test_and_the_entry_point_goes_on_after_it_stops(string mode)
    {
        await using var builder = await CreateAsync("--Sample:Name=seven", $"--Sample:Mode={mode}");
        var started = 0;
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            Interlocked.Increment(ref started);
            return Task.CompletedTask;
        });
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);
        var end = app.Services.GetRequiredService<SampleEnd>();
        Assert.Equal(0, started);

        await app.StartAsync().WaitAsync(s_limit);
        Assert.Equal(1, started);
        Assert.Equal("Host=store;Name=seven", await app.GetConnectionStringAsync("store"));
        Assert.False(end.Reached.Task.IsCompleted);

        await app.StopAsync().WaitAsync(s_limit);
        await end.Reached.Task.WaitAsync(s_limit);
    }

    [Fact]
    public async Task Disposing_stops_a_started_application()
    {
        SampleEnd end;
        await using (var builder = await CreateAsync())
        {
            var app = await builder.BuildAsync().WaitAsync(s_limit);
            end = app.Services.GetRequiredService<SampleEnd>();
            await app.StartAsync().WaitAsync(s_limit);
        }

        Assert.True(end.Reached.Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_sends_an_entry_point_home_that_is_held(bool isBuilt)
    {
        var builder = await CreateAsync();
        if (isBuilt)
            await builder.BuildAsync().WaitAsync(s_limit);

        await builder.DisposeAsync().AsTask().WaitAsync(s_limit);

        if (!isBuilt)
            await Assert.ThrowsAsync<EntryPointAbandonedException>(() => builder.BuildAsync().WaitAsync(s_limit));
    }

    [Fact]
    public async Task What_the_entry_point_throws_reaches_the_test()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => CreateAsync("--Sample:Mode=throw"));
        Assert.Equal("The sample was told to throw.", exception.Message);
    }

    [Fact]
    public async Task An_entry_point_that_ends_without_building_is_an_error_that_says_so()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => CreateAsync("--Sample:Mode=leave"));
        Assert.Contains("'SampleAppHost' ended without building an application (exit code 3)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_point_that_ends_without_running_is_an_error_that_says_so()
    {
        await using var builder = await CreateAsync("--Sample:Mode=build only");
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync().WaitAsync(s_limit));
        Assert.Contains("ended without starting the application it built (exit code 4)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_throws_in_the_test_and_not_on_the_console()
    {
        var exitCode = Environment.ExitCode;
        await using var builder = await CreateAsync("--Sample:Mode=circle");
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync().WaitAsync(s_limit));

        Assert.Contains("wait for each other", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exitCode, Environment.ExitCode);
    }

    [Fact]
    public async Task A_failed_start_names_the_resources_that_failed_with_their_last_lines()
    {
        await using var builder = await CreateAsync();
        var web = builder.Resources.Single(resource => resource.Name == "web");
        builder.Eventing.Subscribe<BeforeStartEvent>(async (@event, _) =>
        {
            @event.Services.GetRequiredService<ResourceLoggerService>().AppendLine(web, "web", "port 80 is taken", isError: true);
            await @event.Services.GetRequiredService<ResourceNotificationService>()
                .PublishUpdateAsync(web, snapshot => snapshot with { State = KnownResourceStates.FailedToStart, ExitCode = 5 });
            throw new InvalidOperationException("The host gave up.");
        });
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync().WaitAsync(s_limit));

        Assert.Contains("The host gave up.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'web' is FailedToStart with exit code 5", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| port 80 is taken", exception.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Fact]
    public async Task Builders_created_at_the_same_time_do_not_mix()
    {
        var names = Enumerable.Range(0, 8).Select(number => $"n{number}").ToArray();
        var builders = await Task.WhenAll(names.Select(name => CreateAsync($"--Sample:Name={name}"))).WaitAsync(s_limit);

        Assert.Equal(names, builders.Select(builder => builder.Configuration["Sample:Name"]));
        foreach (var builder in builders)
            await builder.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_empty_argument_is_refused(string? argument)
        => await Assert.ThrowsAsync<ArgumentException>(() => DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleAppHost>([argument!]));

    [Fact]
    public async Task An_application_is_built_once()
    {
        await using var builder = await CreateAsync();
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);

        await Assert.ThrowsAsync<InvalidOperationException>(() => builder.BuildAsync());
    }

    [Fact]
    public async Task Endpoints_are_reached_after_the_start_and_by_their_names()
    {
        await using var builder = await CreateAsync();
        await using var app = await builder.BuildAsync().WaitAsync(s_limit);
        Assert.Throws<InvalidOperationException>(() => app.GetEndpoint("web"));

        await app.StartAsync().WaitAsync(s_limit);
        var web = (SampleResource)builder.Resources.Single(resource => resource.Name == "web");
        Assert.Contains("no address yet", Assert.Throws<InvalidOperationException>(() => app.GetEndpoint("web")).Message, StringComparison.Ordinal);
        var endpoint = web.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", 4711);

        Assert.Equal(new Uri("http://localhost:4711"), app.GetEndpoint("WEB"));
        using var client = app.CreateHttpClient("web", "http");
        Assert.Equal(new Uri("http://localhost:4711"), client.BaseAddress);
        Assert.Contains("It has: 'http'", Assert.Throws<ArgumentException>(() => app.GetEndpoint("web", "grpc")).Message, StringComparison.Ordinal);
        Assert.Contains("There are: web, store", Assert.Throws<ArgumentException>(() => app.GetEndpoint("wob")).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => app.GetConnectionStringAsync("web").AsTask());
    }

    [Fact]
    public async Task A_builder_without_entry_point_has_the_same_defaults()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create("--Sample:Name=plain");

        Assert.True(Options(builder).DisableDashboard);
        Assert.Equal("true", builder.Configuration["DcpPublisher:RandomizePorts"]);
        Assert.Equal("plain", builder.Configuration["Sample:Name"]);
    }

    [Fact]
    public async Task A_factory_calls_its_hooks_in_order_and_starts_once()
    {
        await using var factory = new SampleFactory("--Sample:Name=made");
        Assert.Throws<InvalidOperationException>(() => factory.GetEndpoint("web"));

        await Task.WhenAll(factory.StartAsync(), factory.StartAsync()).WaitAsync(s_limit);

        Assert.Equal(["creating, dashboard off", "created, 0 resources", "building, 2 resources", "built"], factory.Calls);
        Assert.Equal("Host=store;Name=made", await factory.GetConnectionString("store"));
    }

    private static async Task<IDistributedApplicationTestingBuilder> CreateAsync(params string[] args)
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleAppHost>(args).WaitAsync(s_limit);
        builder.Services.RemoveAll<IHostedService>();
        return builder;
    }

    private static DistributedApplicationOptions Options(IDistributedApplicationBuilder builder) => builder.Services
        .Select(service => service.ImplementationInstance).OfType<DistributedApplicationOptions>().Single();
}
