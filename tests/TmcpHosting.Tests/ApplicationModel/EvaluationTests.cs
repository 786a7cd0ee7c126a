using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class EvaluationTests
{
    [Fact]
    public async Task Callbacks_run_in_the_order_of_the_model_and_the_last_writer_wins()
    {
        var builder = TestApplication.Create();
        var seen = new List<string>();
        var tool = builder.AddTool("tool")
            .WithEnvironment("A", "first")
            .WithEnvironment(context => seen.Add($"sync {context.EnvironmentVariables["A"]}"))
            .WithEnvironment("A", () => "second")
            .WithEnvironment(async context =>
            {
                await Task.Yield();
                seen.Add($"async {context.EnvironmentVariables["A"]} of {context.Resource.Name}");
            })
            .WithEnvironment("A", "third");

        var variables = await builder.VariablesAsync(tool.Resource);

        Assert.Equal(["sync first", "async second of tool"], seen);
        Assert.Equal("third", variables["A"]);
    }

    [Fact]
    public async Task Arguments_keep_their_order_and_callbacks_may_rewrite_them()
    {
        var builder = TestApplication.Create("--Parameters:level=3");
        var tool = builder.AddExecutable("tool", "tool", ".", "a", "b")
            .WithArgs(context => context.Args.Insert(0, "--first"))
            .WithArgs("--level", builder.AddParameter("level"))
            .WithArgs(7, true);

        Assert.Equal(["--first", "a", "b", "--level", "3", "7", "true"], await builder.ArgumentsAsync(tool.Resource));
    }

    [Fact]
    public async Task Every_kind_of_value_can_be_a_variable()
    {
        var builder = TestApplication.Create("--Parameters:user=ann", "--ConnectionStrings:db=Host=x");
        var api = builder.AddService("api").WithHttpEndpoint().Allocate();
        var tool = builder.AddTool("tool")
            .WithEnvironment("TEXT", "text")
            .WithEnvironment("NULL", (string?)null)
            .WithEnvironment("PARAMETER", builder.AddParameter("user"))
            .WithEnvironment("ENDPOINT", api.GetEndpoint("http"))
            .WithEnvironment("PART", api.GetEndpoint("http").Property(EndpointProperty.Port))
            .WithEnvironment("EXPRESSION", ReferenceExpression.Create($"<{api.GetEndpoint("http").Property(EndpointProperty.Host)}>"))
            .WithEnvironment("INTERPOLATED", $"{api.GetEndpoint("http")}/health")
            .WithEnvironment("CONNECTION", builder.AddConnectionString("db"))
            .WithEnvironment("EXTERNAL", builder.AddExternalService("site", "https://example.com/"));

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["TEXT"] = "text",
                ["NULL"] = "",
                ["PARAMETER"] = "ann",
                ["ENDPOINT"] = "http://localhost:5000",
                ["PART"] = "5000",
                ["EXPRESSION"] = "<localhost>",
                ["INTERPOLATED"] = "http://localhost:5000/health",
                ["CONNECTION"] = "Host=x",
                ["EXTERNAL"] = "https://example.com/",
            },
            await builder.VariablesAsync(tool.Resource));
    }

    [Fact]
    public async Task What_derives_from_a_secret_is_marked()
    {
        var builder = TestApplication.Create("--Parameters:password=hush", "--Parameters:user=ann", "--ConnectionStrings:db=Host=x");
        var password = builder.AddParameter("password", secret: true);
        var server = builder.AddResource(new TestServer("server", ReferenceExpression.Create($"p={password}")));
        var tool = builder.AddTool("tool")
            .WithEnvironment("PLAIN", builder.AddParameter("user"))
            .WithEnvironment("DIRECT", password)
            .WithEnvironment("NESTED", $"a{ReferenceExpression.Create($"b{password}")}")
            .WithEnvironment("CONNECTION", server)
            .WithEnvironment("CONFIGURED", builder.AddConnectionString("db"))
            .WithArgs("open", password);

        var configuration = await builder.EvaluateAsync(tool.Resource);

        Assert.Equal(
            [("PLAIN", false), ("DIRECT", true), ("NESTED", true), ("CONNECTION", true), ("CONFIGURED", true)],
            configuration.Environment.Select(variable => (variable.Name, variable.IsSecret)));
        Assert.Equal([("open", false), ("hush", true)], configuration.Arguments.Select(argument => (argument.Value, argument.IsSensitive)));
    }

    [Fact]
    public async Task An_endpoint_of_a_server_with_a_password_is_no_secret()
    {
        var builder = TestApplication.Create("--Parameters:password=hush");
        var server = builder.AddResource(new TestServer("server", ReferenceExpression.Create($"{builder.AddParameter("password", secret: true)}")))
            .WithEndpoint(scheme: "redis").Allocate();
        var tool = builder.AddTool("tool").WithEnvironment("ADDRESS", server.GetEndpoint("redis"));

        Assert.False((await builder.EvaluateAsync(tool.Resource)).Environment.Single().IsSecret);
    }

    [Fact]
    public async Task Secrets_do_not_show_in_text_forms()
    {
        var builder = TestApplication.Create("--Parameters:password=hush");
        var password = builder.AddParameter("password", secret: true);
        var tool = builder.AddTool("tool").WithEnvironment("PASSWORD", password).WithArgs(password);

        var configuration = await builder.EvaluateAsync(tool.Resource);

        Assert.DoesNotContain("hush", $"{configuration.Environment[0]}{configuration.Arguments[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_cannot_be_had_names_its_variable()
    {
        var builder = TestApplication.Create();
        var tool = builder.AddTool("tool").WithEnvironment("PASSWORD", builder.AddParameter("password", secret: true));

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => builder.EvaluateAsync(tool.Resource));

        Assert.Contains("Environment variable 'PASSWORD' of resource 'tool'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--Parameters:password=", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_an_unknown_kind_is_refused()
    {
        var builder = TestApplication.Create();
        var tool = builder.AddTool("tool").WithEnvironment(context => context.EnvironmentVariables["BAD"] = new object());

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => builder.EvaluateAsync(tool.Resource));

        Assert.Contains("'BAD'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_the_orchestrator_passes_unchanged()
    {
        var builder = TestApplication.Create();
        var tool = builder.AddTool("tool").WithHttpEndpoint();
        var endpoint = tool.Resource.Annotations.OfType<EndpointAnnotation>().Single();
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", 5000, """{{- portForServing "tool-http" -}}""");
        tool.WithEnvironment("URL", $"http://+:{tool.GetEndpoint("http").Property(EndpointProperty.TargetPort)}");

        Assert.Equal("""http://+:{{- portForServing "tool-http" -}}""", (await builder.VariablesAsync(tool.Resource))["URL"]);
    }
}
