using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Manifest;

public sealed class ExpressionTests : IDisposable
{
    // A database, its two connection strings, two parameters with an encoded form, and two projects.
    private const string System = """
        "db": { "type": "container.v0", "image": "postgres:17.6", "connectionString": "Host={db.bindings.tcp.host};Port={db.bindings.tcp.port};Password={pw.value}",
                "bindings": { "tcp": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 5432 } } },
        "orders": { "type": "value.v0", "connectionString": "{db.connectionString};Database=orders" },
        "none": { "type": "value.v0", "connectionString": "" },
        "pw": { "type": "parameter.v0", "value": "{pw.inputs.value}", "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 22, "special": false } } } } },
        "pw-uri-encoded": { "type": "annotated.string", "value": "{pw.value}", "filter": "uri" },
        "mail": { "type": "parameter.v0", "value": "{mail.inputs.value}", "inputs": { "value": { "type": "string", "default": { "value": "a@b" } } } },
        "mail-uri-encoded": { "type": "annotated.string", "value": "to {mail.value}", "filter": "uri" },
        "api": { "type": "project.v0", "path": "Api/Api.csproj", "bindings": {
                 "http": { "scheme": "http", "protocol": "tcp", "transport": "http" }, "https": { "scheme": "https", "protocol": "tcp", "transport": "http" } } },
        "cache": { "type": "container.v0", "image": "redis:8.6", "bindings": { "tcp": { "scheme": "redis", "protocol": "tcp", "transport": "tcp", "port": 6400, "targetPort": 6379 } } },
        """;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{api.bindings.http.url}/v1", "http://api-service/v1")]
    [InlineData("{api.bindings.http.targetPort}", "8080")]
    [InlineData("{api.bindings.http.port}", "80")]
    [InlineData("{api.bindings.http.scheme}", "http")]
    [InlineData("{api.bindings.http.tlsEnabled}", "false")]
    [InlineData("{api.containerPort}", "8080")]
    [InlineData("{cache.bindings.tcp.url}", "redis://cache-service:6400")]
    [InlineData("{cache.bindings.tcp.host}:{cache.bindings.tcp.port}", "cache-service:6400")]
    [InlineData("{cache.bindings.tcp.targetPort}", "6379")]
    [InlineData("{orders.connectionString}", "Host=db-service;Port=5432;Password=<secret pw>;Database=orders")]
    [InlineData("x{none.connectionString}y", "xy")]
    [InlineData("{mail.value}", "<config mail>")]
    [InlineData("{mail.inputs.value}", "<config mail>")]
    [InlineData("postgresql://u:{pw-uri-encoded.value}@{db.bindings.tcp.host}", "postgresql://u:<secret pw encoded>@db-service")]
    [InlineData("{mail-uri-encoded.value}", "to%20<config mail encoded>")]
    public void Expression_becomes_what_the_cluster_has(string text, string expected) => Assert.Equal(expected, Resolve(text));

    [Theory]
    [InlineData("/nuget/{**catch-all}")]
    [InlineData("""{\"a\":{\"b\":1}}""")]
    [InlineData("{api}")]
    [InlineData("{}")]
    [InlineData("{api.}")]
    [InlineData("{.bindings.http.url}")]
    [InlineData("{ api.bindings.http.url }")]
    [InlineData("{{api.bindings.http.url}}")]
    [InlineData("{strange.value}")]
    [InlineData("{strange.outputs.name}")]
    [InlineData("{unclosed.connectionString")]
    [InlineData("$(NOT_OURS) 100% {0} {1:yyyy.MM}")]
    public void Braces_that_are_no_expression_stay_text(string text) =>
        Assert.Equal(text.Replace("\\\"", "\"", StringComparison.Ordinal), Resolve(text));

    [Fact]
    public void Expression_inside_of_JSON_is_followed() =>
        Assert.Equal("""{"url":"http://api-service","x":{"y":1}}""", Resolve("""{\"url\":\"{api.bindings.http.url}\",\"x\":{\"y\":1}}"""));

    [Theory]
    [InlineData("{api.bindings.htp.url}", "'api' has no binding 'htp'. Did you mean 'http'?")]
    [InlineData("{api.bindings.http.uri}", "a binding has no 'uri'. Did you mean 'url'?")]
    [InlineData("{apo.bindings.http.url}", "there is no resource 'apo'. Did you mean 'api'?")]
    [InlineData("{order.connectionString}", "there is no resource 'order'. Did you mean 'orders'?")]
    [InlineData("{paw.inputs.value}", "there is no resource 'paw'.")]
    [InlineData("{maill.value}", "there is no resource 'maill'. Did you mean 'mail'?")]
    [InlineData("{api.connectionString}", "'api' (project.v0) has no 'connectionString'. It has bindings.http.url, bindings.https.url.")]
    [InlineData("{mail.inputs.vale}", "'mail' has no input 'vale'. Did you mean 'value'?")]
    [InlineData("{orders.value}", "'orders' (value.v0) has no 'value'. It has connectionString.")]
    public void Mistake_in_an_expression_is_an_error_with_its_path_and_a_suggestion(string text, string expected)
    {
        var problem = _folder.Problem(System + Caller(text));

        Assert.StartsWith("$.resources.caller.env.X: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Circle_is_an_error_that_names_the_whole_chain()
    {
        var problem = _folder.Problem("""
            "a": { "type": "value.v0", "connectionString": "{b.connectionString}" },
            "b": { "type": "value.v0", "connectionString": "x{c.connectionString}" },
            "c": { "type": "value.v0", "connectionString": "{b.connectionString}" },
            """ + Caller("{a.connectionString}"));

        Assert.Contains("b.connectionString → c.connectionString → b.connectionString", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_doubles_itself_thirty_times_is_refused_and_not_built()
    {
        var chain = string.Concat(Enumerable.Range(0, 30).Select(index =>
            $$"""
            "v{{index}}": { "type": "value.v0", "connectionString": "{v{{index + 1}}.connectionString}{v{{index + 1}}.connectionString}" },

            """));

        var problems = _folder.Problems(chain + "\"v30\": { \"type\": \"value.v0\", \"connectionString\": \"xxxxxxxx\" }," + Caller("{v0.connectionString}"));

        Assert.Contains(problems, problem => problem.Contains("grows beyond", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_nested_a_thousand_deep_are_refused()
    {
        var chain = string.Concat(Enumerable.Range(0, 1000).Select(index =>
            $$"""
            "v{{index}}": { "type": "value.v0", "connectionString": "{v{{index + 1}}.connectionString}" },

            """));

        var problem = _folder.Problem(chain + "\"v1000\": { \"type\": \"value.v0\", \"connectionString\": \"x\" }," + Caller("{v0.connectionString}"));

        Assert.Contains("nested deeper than 200", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_that_is_only_an_https_address_is_left_out()
    {
        var workload = Build("""{ "API_HTTP": "{api.bindings.http.url}", "API_HTTPS": "{api.bindings.https.url}", "PORTS": "{api.bindings.https.targetPort}" }""");

        Assert.Equal(["API_HTTP"], workload.Environment.Select(variable => variable.Name));
    }

    [Fact]
    public void Https_address_inside_of_longer_text_is_an_error() =>
        Assert.Contains("nothing serves https", _folder.Problem(System + Caller("{api.bindings.https.url}/v1")), StringComparison.Ordinal);

    [Fact]
    public void Https_endpoint_without_an_http_one_keeps_its_scheme()
    {
        var graph = _folder.Graph("""
            "secure": { "type": "container.v0", "image": "nginx:1.29", "bindings": { "https": { "scheme": "https", "protocol": "tcp", "transport": "http", "port": 443, "targetPort": 8443 } } },
            """ + Caller("{secure.bindings.https.url}"));

        Assert.Equal("https://secure-service", TemplateText.Of(graph.Workloads[^1], "X"));
    }

    [Fact]
    public void Reference_to_a_cloud_resource_is_an_error_that_names_the_way_out()
    {
        var problem = _folder.Problem("\"store\": { \"type\": \"azure.bicep.v0\", \"path\": \"store.bicep\" }," + Caller("{store.outputs.blobEndpoint}"));

        Assert.Equal(
            "$.resources.caller.env.X: '{store.outputs.blobEndpoint}' needs 'store' of the type 'azure.bicep.v0', which no cluster has. Take a parameter, or a container that does the same.",
            problem);
    }

    [Fact]
    public void Secret_part_makes_a_value_secret_whatever_its_name()
    {
        var workload = Build("""{ "HARMLESS": "a{orders.connectionString}", "DB_PASSWORD": "text" }""");

        Assert.Equal([true, false], workload.Environment.Select(variable => variable.Value.IsSecret));
    }

    [Fact]
    public void Arguments_and_the_entry_point_are_resolved_too()
    {
        var graph = _folder.Graph(System + """
            "caller": { "type": "container.v0", "image": "busybox:1.37", "entrypoint": "/run/{mail.value}", "args": [ "--to", "{cache.bindings.tcp.url}", "{pw.value}" ] }
            """);

        var workload = graph.Workloads[^1];
        Assert.Equal(["/run/<config mail>"], workload.Command.Select(TemplateText.Of));
        Assert.Equal(["--to", "redis://cache-service:6400", "<secret pw>"], workload.Arguments.Select(TemplateText.Of));
        Assert.Equal([new Edge("caller", "cache", "tcp")], graph.Edges);
    }

    [Fact]
    public void Containers_find_each_other_by_name_and_the_port_of_the_process()
    {
        var graph = _folder.Graph(System + Caller("{api.bindings.http.url} {cache.bindings.tcp.host}:{cache.bindings.tcp.port}"), Publisher.Graph.Building.AddressRule.Container);

        Assert.Equal("http://api:8080 cache:6379", TemplateText.Of(graph.Workloads[^1], "X"));
    }

    [Fact]
    public void Parameters_carry_what_the_manifest_says_of_them()
    {
        var graph = _folder.Graph(System + Caller("{mail.value}{pw.value}"));

        Assert.Equal(new Parameter("mail", IsSecret: false, IsOptional: false, "a@b", null), graph.Parameters["mail"]);
        Assert.Equal(new Parameter("pw", IsSecret: true, IsOptional: false, null, new GenerateRules(22, Special: false)), graph.Parameters["pw"]);
    }

    [Fact]
    public void Default_of_a_secret_is_not_used_and_reported()
    {
        var graph = _folder.Graph("""
            "key": { "type": "parameter.v0", "value": "{key.inputs.value}", "inputs": { "value": { "type": "string", "secret": true, "default": { "value": "hunter2" } } } },
            """ + Caller("{key.value}"));

        Assert.Null(graph.Parameters["key"].Default);
        Assert.DoesNotContain("hunter2", Assert.Single(graph.Warnings), StringComparison.Ordinal);
    }

    private static string Caller(string text) => $$"""
        "caller": { "type": "container.v0", "image": "busybox:1.37", "env": { "X": "{{text}}" } }
        """;

    private Workload Build(string environment) =>
        _folder.Graph(System + $$"""
            "caller": { "type": "container.v0", "image": "busybox:1.37", "env": {{environment}} }
            """).Workloads[^1];

    private string Resolve(string text) => TemplateText.Of(_folder.Graph(System + Caller(text)).Workloads[^1], "X");
}
