using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class ProjectTests : IDisposable
{
    private const string Settings = """
        {
          // what editors write: comments, and a comma too many
          "profiles": {
            "IIS": { "commandName": "IISExpress" },
            "first": {
              "commandName": "Project",
              "applicationUrl": "https://localhost:7001;http://localhost:5001;http://*:5002",
              "commandLineArgs": "--mode \"two words\" -v",
              "launchUrl": "docs",
              "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "HOME_OF": "%TMCP_TEST_VARIABLE%", "OVERRIDDEN": "profile" },
            },
            "second": { "environmentVariables": { "PROFILE": "second" } },
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_profile_that_starts_the_project_is_taken()
    {
        var (builder, project) = Add(Settings);

        Assert.Equal("first", (await builder.VariablesAsync(project.Allocate().Resource))["DOTNET_LAUNCH_PROFILE"]);
    }

    [Fact]
    public async Task A_named_profile_is_taken()
    {
        var builder = Create(Settings);
        var project = builder.AddProject("api", "api.csproj", "second");

        var variables = await builder.VariablesAsync(project.Resource);

        Assert.Equal(("second", "second"), (variables["DOTNET_LAUNCH_PROFILE"], variables["PROFILE"]));
    }

    [Fact]
    public void A_named_profile_that_is_not_there_is_an_error_with_the_names_there_are()
    {
        var failure = Assert.Throws<DistributedApplicationException>(() => Create(Settings).AddProject("api", "api.csproj", "third"));

        Assert.Contains("'third'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'IIS', 'first', 'second'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--AppHost:DefaultLaunchProfileName=second", "second")]
    [InlineData("--AppHost:DefaultLaunchProfileName=unknown", "first")]
    [InlineData("--DOTNET_LAUNCH_PROFILE=second", "second")]
    public async Task The_AppHosts_profile_is_taken_when_the_project_has_it(string argument, string expected)
    {
        var (builder, project) = Add(Settings, argument);

        Assert.Equal(expected, (await builder.VariablesAsync(project.Allocate().Resource))["DOTNET_LAUNCH_PROFILE"]);
    }

    [Fact]
    public async Task Null_takes_no_profile()
    {
        var builder = Create(Settings);
        var project = builder.AddProject("api", "api.csproj", launchProfileName: null);

        Assert.DoesNotContain("DOTNET_LAUNCH_PROFILE", (await builder.VariablesAsync(project.Resource)).Keys);
        Assert.Empty(project.Resource.GetEndpoints());
    }

    [Fact]
    public void Each_url_of_the_profile_is_an_endpoint()
    {
        var (_, project) = Add(Settings);

        Assert.Equal(
            [("https", "https", 7001, "localhost"), ("http", "http", 5001, "localhost"), ("http2", "http", 5002, "*")],
            project.Resource.Annotations.OfType<EndpointAnnotation>().Select(e => (e.Name, e.UriScheme, e.Port ?? 0, e.TargetHost)));
    }

    [Fact]
    public async Task Variables_of_the_profile_are_expanded_and_yield_to_the_model()
    {
        Environment.SetEnvironmentVariable("TMCP_TEST_VARIABLE", "/home/test");
        var (builder, project) = Add(Settings);
        project.WithEnvironment("OVERRIDDEN", "model");

        var variables = await builder.VariablesAsync(project.Allocate().Resource);

        Assert.Equal(("Development", "model"), (variables["ASPNETCORE_ENVIRONMENT"], variables["OVERRIDDEN"]));
        Assert.Equal(Environment.ExpandEnvironmentVariables("%TMCP_TEST_VARIABLE%"), variables["HOME_OF"]);
    }

    [Fact]
    public async Task Arguments_of_the_profile_come_before_the_models()
    {
        var (builder, project) = Add(Settings);
        project.WithArgs("--last");

        Assert.Equal(["--mode", "two words", "-v", "--last"], await builder.ArgumentsAsync(project.Allocate().Resource));
    }

    [Fact]
    public async Task The_project_is_told_where_to_listen()
    {
        var (builder, project) = Add(Settings);

        var variables = await builder.VariablesAsync(project.Allocate().Resource);

        Assert.Equal("https://localhost:<port of https>;http://localhost:<port of http>;http://*:<port of http2>", variables["ASPNETCORE_URLS"]);
        Assert.Equal("5000", variables["ASPNETCORE_HTTPS_PORT"]);
    }

    [Fact]
    public async Task Endpoints_with_a_variable_of_their_own_or_filtered_out_are_left_out()
    {
        var builder = TestApplication.Create();
        var project = builder.AddService("api")
            .WithHttpEndpoint(name: "main")
            .WithHttpEndpoint(name: "own", env: "OWN_PORT")
            .WithHttpEndpoint(name: "filtered")
            .WithEndpoint(scheme: "tcp")
            .WithEndpointsInEnvironment(endpoint => endpoint.Name != "filtered");

        var variables = await builder.VariablesAsync(project.Allocate().Resource);

        Assert.Equal("http://localhost:<port of main>", variables["ASPNETCORE_URLS"]);
        Assert.Equal("<port of own>", variables["OWN_PORT"]);
    }

    [Fact]
    public async Task The_users_own_urls_win()
    {
        var builder = TestApplication.Create();
        var project = builder.AddService("api").WithHttpEndpoint().WithEnvironment("ASPNETCORE_URLS", "http://+:1");

        Assert.Equal("http://+:1", (await builder.VariablesAsync(project.Allocate().Resource))["ASPNETCORE_URLS"]);
    }

    [Fact]
    public async Task Kestrel_endpoints_win_over_the_profile()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "appsettings.json"), """{ "Kestrel": { "Endpoints": { "Grpc": { "Url": "http://*:6000" } } } }""");
        var (builder, project) = Add(Settings);

        var endpoint = Assert.Single(project.Resource.Annotations.OfType<EndpointAnnotation>());
        var variables = await builder.VariablesAsync(project.Allocate().Resource);

        Assert.Equal(("grpc", 6000), (endpoint.Name, endpoint.Port));
        Assert.Equal("http://localhost:<port of grpc>", variables["Kestrel__Endpoints__Grpc__Url"]);
        Assert.DoesNotContain("ASPNETCORE_URLS", variables.Keys);
    }

    [Fact]
    public async Task A_manifest_has_ports_as_expressions_and_nothing_of_the_profile()
    {
        var (builder, project) = Add(Settings, "--operation=publish");

        var variables = await builder.VariablesAsync(project.Resource);

        Assert.Equal("{api.bindings.http.targetPort}", variables["HTTP_PORTS"]);
        Assert.Equal("{api.bindings.https.targetPort}", variables["HTTPS_PORTS"]);
        Assert.Equal("true", variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"]);
        Assert.DoesNotContain("DOTNET_LAUNCH_PROFILE", variables.Keys);
        Assert.All(project.Resource.Annotations.OfType<EndpointAnnotation>(), endpoint => Assert.Null(endpoint.Port));
    }

    [Fact]
    public async Task Forwarded_headers_can_be_distrusted()
    {
        var builder = TestApplication.CreatePublishing();
        var project = builder.AddService("api").WithHttpEndpoint().DisableForwardedHeaders();

        Assert.DoesNotContain("ASPNETCORE_FORWARDEDHEADERS_ENABLED", (await builder.VariablesAsync(project.Resource)).Keys);
    }

    [Fact]
    public void Broken_launch_settings_name_their_file()
    {
        var failure = Assert.Throws<DistributedApplicationException>(() => Add("{ \"profiles\": "));

        Assert.Contains("launchSettings.json", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData("  a   b ", new[] { "a", "b" })]
    [InlineData("--x \"a b\" \"\" c", new[] { "--x", "a b", "", "c" })]
    [InlineData("say \\\"hi\\\" C:\\dir", new[] { "say", "\"hi\"", "C:\\dir" })]
    public void Command_lines_are_split_at_blanks_outside_quotes(string? line, string[] expected) =>
        Assert.Equal(expected, Aspire.Hosting.ProjectModel.CommandLine.Split(line));

    [Fact]
    public void Replicas_are_one_unless_said_otherwise()
    {
        var builder = TestApplication.Create();

        Assert.Equal((1, 3), (builder.AddService("a").Resource.GetReplicaCount(), builder.AddService("b").WithReplicas(2).WithReplicas(3).Resource.GetReplicaCount()));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddService("c").WithReplicas(0));
    }

    [Fact]
    public void A_relative_project_starts_at_the_AppHost()
    {
        var builder = Create(null);

        Assert.Equal(
            Path.Combine(_folder.Path, "api", "api.csproj"),
            builder.AddProject("api", "x\\..\\api\\api.csproj").Resource.GetProjectMetadata().ProjectPath);
    }

    private DistributedApplicationBuilder Create(string? settings, params string[] args)
    {
        if (settings is not null)
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, "Properties"));
            File.WriteAllText(Path.Combine(_folder.Path, "Properties", "launchSettings.json"), settings);
        }

        return TestApplication.CreateIn(_folder.Path, args);
    }

    private (DistributedApplicationBuilder Builder, IResourceBuilder<ProjectResource> Project) Add(string settings, params string[] args)
    {
        var builder = Create(settings, args);
        return (builder, builder.AddProject("api", "api.csproj"));
    }
}
