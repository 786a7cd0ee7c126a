using Tmcp.Publisher.Compose;
using Tmcp.Publisher.Graph.Building;
using Tmcp.Publisher.Processes;
using Tmcp.Publisher.Tests.Manifest;
using Tmcp.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Tests.Compose;

public sealed class ComposeFileTests : IDisposable
{
    private const string System = """
        "pw": { "type": "parameter.v0", "value": "{pw.inputs.value}", "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 22, "special": false } } } } },
        "pw-uri-encoded": { "type": "annotated.string", "value": "{pw.value}", "filter": "uri" },
        "mail": { "type": "parameter.v0", "value": "{mail.inputs.value}", "inputs": { "value": { "type": "string", "default": { "value": "a@b.example" } } } },
        "odd": { "type": "parameter.v0", "value": "{odd.inputs.value}", "inputs": { "value": { "type": "string", "default": { "value": "${x} }" } } } },
        "db": { "type": "container.v0", "image": "db:1", "env": { "PASSWORD": "{pw.value}" }, "volumes": [ { "name": "db-data", "target": "/data", "readOnly": false } ],
                "bindings": { "http": { "scheme": "http", "targetPort": 8090 } } },
        "db-k8s": { "type": "tmcp.kubernetes.v0", "for": "db", "workload": { "user": 10001 }, "expose": [ { "path": "/db" } ], "probes": { "ready": { "http": "/api/health" } }, "resources": { "memoryLimit": "1Gi" } },
        "model-k8s": { "type": "tmcp.kubernetes.v0", "for": "model", "workload": { "mode": "external" }, "service": { "ports": { "http": { "port": 11434 } } } },
        "setup": { "type": "container.v0", "image": "setup:1", "bindings": { "http": { "scheme": "http", "targetPort": 80 } }, "env": { "DB": "{db.bindings.http.url}", "WEB": "{web.bindings.http.url}" } },
        "web": { "type": "project.v0", "path": "Web/Web.csproj", "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http" } },
                 "env": { "DB": "http://u:{pw-uri-encoded.value}@{db.bindings.http.host}:{db.bindings.http.port}", "SETUP": "{setup.bindings.http.url}", "MAIL": "{mail.value}", "ODD": "{odd.value}",
                          "DOLLAR": "$HOME $$ ${X}", "MODEL": "http://model-service:11434" }, "args": [ "--price", "5$" ] },
        "web-k8s": { "type": "tmcp.kubernetes.v0", "for": "web", "expose": [ { "path": "/", "strip": false } ] },
        "nightly": { "type": "container.v0", "image": "nightly:1" },
        "nightly-k8s": { "type": "tmcp.kubernetes.v0", "for": "nightly", "workload": { "mode": "cron", "schedule": "1 2 * * *" } }
        """;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Secrets_are_variables_and_have_no_value_anywhere()
    {
        var files = Render();

        Assert.Contains("PASSWORD: ${PW:?Set PW in .env}", files["docker-compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("DB: http://u:${PW_URI_ENCODED:?Set PW_URI_ENCODED in .env}@db:8090", files["docker-compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("# Secret 'pw': a random value of at least 22 characters, letters and digits only.\nPW=\n", files[".env.example"], StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_have_their_default_where_compose_can_write_it()
    {
        var compose = Render()["docker-compose.yaml"];

        Assert.Contains("MAIL: ${MAIL:-a@b.example}", compose, StringComparison.Ordinal);
        Assert.Contains("ODD: ${ODD:?Set ODD in .env}", compose, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_dollar_is_doubled()
    {
        var service = Service("web");

        Assert.Equal("$$HOME $$$$ $${X}", $"{service["environment"]["DOLLAR"]}");
        Assert.Equal("5$$", $"{service["command"][1]}");
    }

    [Fact]
    public void Callers_wait_for_health_and_a_circle_is_cut()
    {
        Assert.Equal("service_healthy", $"{Service("setup")["depends_on"]["db"]["condition"]}");
        var waits = new[] { Service("setup"), Service("web") }.Select(service => ((YamlMappingNode)service["depends_on"]).Children.Keys.Select(key => $"{key}").ToArray()).ToArray();
        Assert.Equal(3, waits.Sum(names => names.Length));
        Assert.False(waits[0].Contains("web") && waits[1].Contains("setup"));
    }

    [Fact]
    public void Entrance_has_the_routes_and_is_the_only_open_port()
    {
        var files = Render();
        var routes = Parse(files["traefik/routes.yaml"])["http"];

        Assert.Equal("Path(`/db`) || PathPrefix(`/db/`)", $"{routes["routers"]["db"]["rule"]}");
        Assert.Equal(("1", "100"), ($"{routes["routers"]["root"]["priority"]}", $"{routes["routers"]["db"]["priority"]}"));
        Assert.Equal("http://web:8080", $"{routes["services"]["root"]["loadBalancer"]["servers"][0]["url"]}");
        Assert.Equal("/db", $"{routes["middlewares"]["strip-db"]["stripPrefix"]["prefixes"][0]}");
        var open = Services().Children.Where(service => ((YamlMappingNode)service.Value).Children.ContainsKey("ports")).Select(service => $"{service.Key}");
        Assert.Equal(["traefik"], open);
    }

    [Fact]
    public void Services_run_restricted_with_their_limits()
    {
        foreach (var (name, service) in Services().Children)
        {
            Assert.Equal(("true", "ALL", "no-new-privileges:true"), ($"{service["read_only"]}", $"{service["cap_drop"][0]}", $"{service["security_opt"][0]}"));
            Assert.Matches("^[0-9]+[bkmg]$", $"{service["mem_limit"]}");
            Assert.NotEmpty($"{name}");
        }

        Assert.Equal(("1g", "10001:10001"), ($"{Service("db")["mem_limit"]}", $"{Service("db")["user"]}"));
    }

    [Fact]
    public void Outside_service_is_a_host_with_an_address_of_the_server() =>
        Assert.Equal("model-service:${MODEL_ADDRESS:-host-gateway}", $"{Service("web")["extra_hosts"][0]}");

    [Fact]
    public void What_runs_by_the_clock_is_not_started() =>
        Assert.Equal(("cron", "no"), ($"{Service("nightly")["profiles"][0]}", $"{Service("nightly")["restart"]}"));

    [Fact]
    public void Image_with_its_own_health_check_keeps_it()
    {
        _folder.WriteText("FROM scratch\nHEALTHCHECK CMD [\"/web\", \"--health\"]\n", "Web/Dockerfile");

        Assert.False(((YamlMappingNode)Service("web")).Children.ContainsKey("healthcheck"));
        Assert.Contains("http://127.0.0.1:8090/api/health", $"{Service("db")["healthcheck"]["test"][1]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("512Mi", "512m")]
    [InlineData("1Gi", "1g")]
    [InlineData("1.5Gi", "1610612736b")]
    [InlineData("500M", "500000000b")]
    [InlineData("1048576", "1048576b")]
    public void Quantities_become_the_same_number_of_bytes(string quantity, string expected) => Assert.Equal(expected, ComposeMemory.Of(quantity));

    [DockerComposeFact]
    public async Task Compose_accepts_the_file_and_requires_every_secret()
    {
        foreach (var (path, content) in Render())
            _folder.WriteText(content, $"out/{path}");
        var call = new ProcessCall("docker-compose", ["config", "--quiet"]) { Folder = Path.Combine(_folder.Path, "out") };

        var without = await ProcessRunner.RunAsync(call, CancellationToken.None);
        var with = await ProcessRunner.RunAsync(call with { Environment = new Dictionary<string, string> { ["PW"] = "x", ["PW_URI_ENCODED"] = "x", ["ODD"] = "x" } }, CancellationToken.None);

        Assert.True(without.ExitCode != 0 && without.LastLines(9).Contains("in .env", StringComparison.Ordinal), without.LastLines(9));
        Assert.True(with.ExitCode == 0, with.LastLines(9));
    }

    [AspireFixturesFact]
    public void Foreign_manifest_gives_a_compose_file()
    {
        var graph = GraphBuilder.Build(Publisher.Manifest.ManifestReader.Read(Path.Combine(AspireFixtures.Folder, "TestShop.json")), AspireFixtures.Folder, AddressRule.Container);

        var compose = Parse(new ComposeFile(graph, "lupca", "1", AspireFixtures.Folder).Render().Files["docker-compose.yaml"]);

        Assert.Equal("basketcache:6379,password=${BASKETCACHE_PASSWORD:?Set BASKETCACHE_PASSWORD in .env}", $"{compose["services"]["basketservice"]["environment"]["ConnectionStrings__basketcache"]}");
    }

    private IReadOnlyDictionary<string, string> Render() => new ComposeFile(_folder.Graph(System, AddressRule.Container), "lupca", "0.1.0", _folder.Path).Render().Files;

    private YamlMappingNode Services() => (YamlMappingNode)Parse(Render()["docker-compose.yaml"])["services"];

    private YamlNode Service(string name) => Services()[name];

    private static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents[0].RootNode;
    }
}
