using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class BuilderTests
{
    [Theory]
    [InlineData("", DistributedApplicationOperation.Run, "manifest")]
    [InlineData("--operation run", DistributedApplicationOperation.Run, "manifest")]
    [InlineData("--operation publish", DistributedApplicationOperation.Publish, "manifest")]
    [InlineData("--publisher manifest", DistributedApplicationOperation.Publish, "manifest")]
    [InlineData("--publisher other", DistributedApplicationOperation.Publish, "other")]
    [InlineData("--publisher manifest --operation run", DistributedApplicationOperation.Run, "manifest")]
    public void The_operation_comes_from_the_switches(string line, DistributedApplicationOperation operation, string publisher)
    {
        var context = TestApplication.Create(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ExecutionContext;

        Assert.Equal((operation, publisher), (context.Operation, context.PublisherName));
        Assert.Equal((operation == DistributedApplicationOperation.Run, operation == DistributedApplicationOperation.Publish), (context.IsRunMode, context.IsPublishMode));
    }

    [Fact]
    public void An_unknown_operation_is_refused() =>
        Assert.Contains("'deploy'", Assert.Throws<DistributedApplicationException>(() => TestApplication.Create("--operation", "deploy")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--output-path", "Pipeline:OutputPath")]
    [InlineData("--step", "Pipeline:Step")]
    [InlineData("--publisher", "Publishing:Publisher")]
    [InlineData("--dcp-cli-path", "DcpPublisher:CliPath")]
    [InlineData("--dcp-container-runtime", "DcpPublisher:ContainerRuntime")]
    [InlineData("--Tmcp:Containers", "Tmcp:Containers")]
    public void Switches_are_configuration(string @switch, string key) =>
        Assert.Equal("value", TestApplication.Create(@switch, "value").Configuration[key]);

    [Fact]
    public void The_AppHost_describes_itself_in_configuration()
    {
        var builder = TestApplication.Create();

        Assert.Equal(builder.AppHostDirectory, builder.Configuration["AppHost:Directory"]);
        Assert.Equal(builder.AppHostPath, builder.Configuration["AppHost:FilePath"]);
        Assert.Equal(64, builder.Configuration["AppHost:Sha256"]!.Length);
    }

    [Fact]
    public void What_is_published_does_not_depend_on_where_the_sources_lie()
    {
        using var folder = new TemporaryFolder();
        var (here, there) = (TestApplication.CreatePublishing(), TestApplication.CreateIn(folder.Path, "--operation", "publish"));
        var (runHere, runThere) = (TestApplication.Create(), TestApplication.CreateIn(folder.Path));

        Assert.Equal(here.Configuration["AppHost:Sha256"], there.Configuration["AppHost:Sha256"]);
        Assert.NotEqual(runHere.Configuration["AppHost:Sha256"], runThere.Configuration["AppHost:Sha256"]);
    }

    [Fact]
    public void Settings_files_lie_beside_the_project()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "From": { "File": "yes", "Both": "file" } }""");

        var configuration = TestApplication.CreateIn(folder.Path, "--From:Both=line").Configuration;

        Assert.Equal(("yes", "line"), (configuration["From:File"], configuration["From:Both"]));
    }

    [Fact]
    public void The_environment_is_chosen_on_the_command_line() =>
        Assert.True(TestApplication.Create("--environment=Development").Environment.IsDevelopment());

    [Fact]
    public async Task Services_exist_only_after_Build()
    {
        var builder = TestApplication.Create();
        Assert.Throws<InvalidOperationException>(() => builder.ExecutionContext.Services);

        await using var application = builder.Build();

        Assert.Same(application.Services, builder.ExecutionContext.Services);
        Assert.Same(builder.Resources, application.Services.GetRequiredService<DistributedApplicationModel>().Resources);
        Assert.Same(builder.Eventing, application.Services.GetRequiredService<IDistributedApplicationEventing>());
        Assert.NotNull(application.ResourceNotifications);
        Assert.NotNull(application.ResourceCommands);
        Assert.NotNull(application.Services.GetRequiredService<TimeProvider>());
        Assert.NotNull(application.Services.GetRequiredService<IHttpClientFactory>());
    }

    [Fact]
    public async Task BeforeStart_comes_after_the_subscribers_and_may_change_the_model()
    {
        var order = new List<string>();
        var builder = TestApplication.Create();
        builder.Services.AddSingleton(order);
        builder.Services.AddEventingSubscriber<Subscriber>();
        builder.Services.TryAddEventingSubscriber<Subscriber>();
        builder.OnBeforeStart((start, _) =>
        {
            order.Add("builder");
            start.Model.Resources.Add(new ContainerResource("late"));
            return Task.CompletedTask;
        });
        await using var application = builder.Build();

        await application.Services.GetRequiredService<ApplicationStart>().PrepareAsync(default);

        Assert.Equal(["subscribe", "builder", "subscriber"], order);
        Assert.True(builder.Resources.TryGetByName("LATE", out _));
    }

    [Fact]
    public async Task What_BeforeStart_breaks_is_found()
    {
        var builder = TestApplication.Create();
        builder.AddTool("tool");
        builder.OnBeforeStart((start, _) =>
        {
            start.Model.Resources.Add(new ContainerResource("tool"));
            return Task.CompletedTask;
        });
        await using var application = builder.Build();

        await Assert.ThrowsAsync<DistributedApplicationException>(() => application.Services.GetRequiredService<ApplicationStart>().PrepareAsync(default));
    }

    [Fact]
    public async Task Two_endpoints_of_one_name_fail_the_start()
    {
        var builder = TestApplication.Create();
        builder.AddTool("tool").WithHttpEndpoint().WithAnnotation(new EndpointAnnotation(System.Net.Sockets.ProtocolType.Tcp, name: "HTTP"));
        await using var application = builder.Build();

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => application.Services.GetRequiredService<ApplicationStart>().PrepareAsync(default));

        Assert.Contains("2 endpoints named 'http'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_is_found_by_name_and_type()
    {
        var builder = TestApplication.Create();
        builder.AddTool("tool");

        Assert.Equal("tool", builder.CreateResourceBuilder<ExecutableResource>("TOOL").Resource.Name);
        Assert.False(builder.TryCreateResourceBuilder<ContainerResource>("tool", out _));
        Assert.Contains("'ExecutableResource'", Assert.Throws<InvalidOperationException>(() => builder.CreateResourceBuilder<ContainerResource>("tool")).Message, StringComparison.Ordinal);
        Assert.Contains("Resources: 'tool'.", Assert.Throws<InvalidOperationException>(() => builder.CreateResourceBuilder<ContainerResource>("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replacing_an_annotation_leaves_one_of_its_type()
    {
        var tool = TestApplication.Create().AddTool("tool")
            .WithAnnotation(new ReplicaAnnotation(2)).WithAnnotation(new ReplicaAnnotation(3))
            .WithAnnotation(new ReplicaAnnotation(4), ResourceAnnotationMutationBehavior.Replace);

        Assert.Equal([4], tool.Resource.Annotations.OfType<ReplicaAnnotation>().Select(replica => replica.Replicas));
    }

    [Fact]
    public void Annotations_can_be_added_while_they_are_read()
    {
        var tool = TestApplication.Create().AddTool("tool").WithAnnotation<ExplicitStartupAnnotation>();

        foreach (var annotation in tool.Resource.Annotations)
            tool.WithAnnotation(new HealthCheckAnnotation($"{annotation.GetType().Name}"));

        Assert.Equal(tool.Resource.Annotations.Count - 2, tool.Resource.Annotations.OfType<HealthCheckAnnotation>().Count());
    }

    [Fact]
    public void The_built_program_of_a_project_is_found_in_the_AppHost()
    {
        Assert.Null(AppHostMetadata.ProjectOutput(typeof(BuilderTests).Assembly, "/no/such.csproj"));
        Assert.Null(AppHostMetadata.ProjectOutput(null, "/no/such.csproj"));
    }

    private sealed class Subscriber(List<string> order) : IDistributedApplicationEventingSubscriber
    {
        public Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
        {
            order.Add("subscribe");
            eventing.Subscribe<BeforeStartEvent>((_, _) =>
            {
                order.Add("subscriber");
                return Task.CompletedTask;
            });
            return Task.CompletedTask;
        }
    }
}
