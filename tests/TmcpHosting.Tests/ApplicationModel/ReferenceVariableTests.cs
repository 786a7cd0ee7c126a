using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

/// <summary>The table of variables that references write, row by row.</summary>
public sealed class ReferenceVariableTests
{
    [Fact]
    public async Task A_service_is_told_by_discovery_and_by_plain_variables()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("my-Api").WithHttpEndpoint().WithHttpsEndpoint().Allocate();

        var variables = await ReferencesOf(builder, tool => tool.WithReference(api));

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["services__my-Api__http__0"] = "http://localhost:5000",
                ["services__my-Api__https__0"] = "https://localhost:5001",
                ["MY_API_HTTP"] = "http://localhost:5000",
                ["MY_API_HTTPS"] = "https://localhost:5001",
            },
            variables);
    }

    [Fact]
    public async Task An_endpoint_of_another_name_is_discovered_by_that_name()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint(name: "admin").Allocate();

        var variables = await ReferencesOf(builder, tool => tool.WithReference(api));

        Assert.Equal(["API_ADMIN", "services__api__admin__0"], variables.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Endpoints_that_share_a_discovery_name_are_numbered()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpsEndpoint().WithHttpEndpoint().WithEndpoint("http", endpoint => endpoint.UriScheme = "https").Allocate();

        var variables = await ReferencesOf(builder, tool => tool.WithReference(api));

        Assert.Equal("https://localhost:5000", variables["services__api__https__0"]);
        Assert.Equal("https://localhost:5001", variables["services__api__https__1"]);
    }

    [Fact]
    public async Task A_given_name_keeps_its_case()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint().Allocate();

        var variables = await ReferencesOf(builder, tool => tool.WithReference(api, "back-end"));

        Assert.Equal(["back_end_HTTP", "services__back-end__http__0"], variables.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_connection_string_comes_with_its_parts()
    {
        var builder = TestApplication.Create();
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"host:1,password=p"))
        {
            Properties = { ["Host"] = ReferenceExpression.Create($"host"), ["Port"] = ReferenceExpression.Create($"1") },
        });

        var variables = await ReferencesOf(builder, tool => tool.WithReference(cache));

        Assert.Equal(
            new Dictionary<string, string?> { ["ConnectionStrings__cache"] = "host:1,password=p", ["CACHE_HOST"] = "host", ["CACHE_PORT"] = "1" },
            variables);
    }

    [Theory]
    [InlineData("my-cache", "MY_CACHE_HOST")]
    [InlineData("2nd", "_2ND_HOST")]
    [InlineData("", "HOST")]
    public async Task The_connection_name_is_the_prefix_of_the_parts(string connectionName, string variable)
    {
        var builder = TestApplication.Create();
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"c")) { Properties = { ["Host"] = ReferenceExpression.Create($"host") } });

        var variables = await ReferencesOf(builder, tool => tool.WithReference(cache, connectionName));

        Assert.Equal("host", variables[variable]);
        Assert.Equal("c", variables[$"ConnectionStrings__{connectionName}"]);
    }

    [Fact]
    public async Task A_resource_can_have_a_variable_of_its_own_for_its_connection_string()
    {
        var builder = TestApplication.Create();
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"c")) { ConnectionStringEnvironmentVariable = "CACHE" });

        Assert.Equal(["CACHE"], (await ReferencesOf(builder, tool => tool.WithReference(cache))).Keys);
    }

    [Fact]
    public async Task A_property_of_the_AppHost_wins_over_the_resources_own()
    {
        var builder = TestApplication.Create();
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"c")) { Properties = { ["Host"] = ReferenceExpression.Create($"own") } })
            .WithConnectionProperty("host", "mine")
            .WithConnectionProperty("Zone", "eu");

        var variables = await ReferencesOf(builder, tool => tool.WithReference(cache));

        Assert.Equal(("mine", "eu"), (variables["CACHE_HOST"], variables["CACHE_ZONE"]));
        Assert.Equal("{cache.connectionString}", ((IManifestExpressionProvider)cache.Resource).ValueExpression);
    }

    [Fact]
    public async Task A_url_by_name_is_the_default_endpoint()
    {
        var builder = TestApplication.Create();

        var variables = await ReferencesOf(builder, tool => tool.WithReference("my-site", new Uri("https://example.com/")));

        Assert.Equal(
            new Dictionary<string, string?> { ["services__my-site__default__0"] = "https://example.com/", ["my_site"] = "https://example.com/" },
            variables);
    }

    [Fact]
    public async Task An_external_service_with_a_fixed_url_has_one_plain_variable()
    {
        var builder = TestApplication.Create();
        var site = builder.AddExternalService("my-site", "https://example.com/");

        var variables = await ReferencesOf(builder, tool => tool.WithReference(site));

        Assert.Equal(
            new Dictionary<string, string?> { ["services__my-site__https__0"] = "https://example.com/", ["MY_SITE"] = "https://example.com/" },
            variables);
    }

    [Fact]
    public async Task An_external_service_behind_a_parameter_carries_the_scheme_of_its_value()
    {
        var builder = TestApplication.Create("--Parameters:site-url=http://example.com");
        var site = builder.AddExternalService("site", builder.AddParameter("site-url"));

        var variables = await ReferencesOf(builder, tool => tool.WithReference(site));

        Assert.Equal(
            new Dictionary<string, string?> { ["services__site__http__0"] = "http://example.com", ["SITE_HTTP"] = "http://example.com" },
            variables);
    }

    [Fact]
    public async Task In_a_manifest_the_scheme_of_a_parameter_is_not_known()
    {
        var builder = TestApplication.CreatePublishing();
        var site = builder.AddExternalService("site", builder.AddParameter("site-url"));

        var variables = await ReferencesOf(builder, tool => tool.WithReference(site));

        Assert.Equal(
            new Dictionary<string, string?> { ["services__site__default__0"] = "{site-url.value}", ["SITE"] = "{site-url.value}" },
            variables);
    }

    [Fact]
    public async Task A_single_endpoint_brings_only_itself_and_several_are_merged()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint().WithHttpEndpoint(name: "admin").WithHttpEndpoint(name: "metrics").Allocate();

        var one = await ReferencesOf(builder, tool => tool.WithReference(api.GetEndpoint("admin")));
        var two = await ReferencesOf(TestApplication.Create(), tool => tool.WithReference(api.GetEndpoint("admin")).WithReference(api.GetEndpoint("http")));

        Assert.Equal(["API_ADMIN", "services__api__admin__0"], one.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["API_ADMIN", "API_HTTP", "services__api__admin__0", "services__api__http__0"], two.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_excluded_endpoint_is_told_only_when_named()
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint().WithHttpEndpoint(name: "hidden")
            .WithEndpoint("hidden", endpoint => endpoint.ExcludeReferenceEndpoint = true).Allocate();

        Assert.DoesNotContain("API_HIDDEN", (await ReferencesOf(builder, tool => tool.WithReference(api))).Keys);
        Assert.Contains("API_HIDDEN", (await ReferencesOf(TestApplication.Create(), tool => tool.WithReference(api.GetEndpoint("hidden")))).Keys);
    }

    [Theory]
    [InlineData(ReferenceEnvironmentInjectionFlags.None, "")]
    [InlineData(ReferenceEnvironmentInjectionFlags.ConnectionString, "ConnectionStrings__cache")]
    [InlineData(ReferenceEnvironmentInjectionFlags.ConnectionProperties, "CACHE_HOST")]
    [InlineData(ReferenceEnvironmentInjectionFlags.ServiceDiscovery, "services__api__http__0")]
    [InlineData(ReferenceEnvironmentInjectionFlags.Endpoints, "API_HTTP")]
    public async Task Flags_choose_the_families(ReferenceEnvironmentInjectionFlags flags, string only)
    {
        var builder = TestApplication.Create();
        var api = builder.AddService("api").WithHttpEndpoint().Allocate();
        var cache = builder.AddResource(new TestServer("cache", ReferenceExpression.Create($"c")) { Properties = { ["Host"] = ReferenceExpression.Create($"h") } });

        var variables = await ReferencesOf(builder, tool => tool.WithReference(api).WithReference(cache).WithReferenceEnvironment(flags));

        Assert.Equal(only, string.Join(",", variables.Keys));
    }

    [Fact]
    public async Task A_missing_connection_string_fails_unless_it_is_optional()
    {
        var builder = TestApplication.Create();
        var database = builder.AddConnectionString("database");

        var optional = await ReferencesOf(builder, tool => tool.WithReference(database, optional: true));
        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => ReferencesOf(TestApplication.Create(), tool => tool.WithReference(database)));

        Assert.Empty(optional);
        Assert.Contains("'ConnectionStrings__database' of resource 'tool'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:database", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("https://example.com/path")]
    [InlineData("https://example.com/?key=1")]
    public void The_url_of_a_service_is_absolute_and_bare(string url) =>
        Assert.Throws<ArgumentException>(() => TestApplication.Create().AddExternalService("site", url));

    private static async Task<Dictionary<string, string?>> ReferencesOf(
        DistributedApplicationBuilder builder,
        Func<IResourceBuilder<ExecutableResource>, IResourceBuilder<ExecutableResource>> refer)
    {
        var tool = refer(builder.AddTool("tool"));
        return await builder.VariablesAsync(tool.Resource);
    }
}
