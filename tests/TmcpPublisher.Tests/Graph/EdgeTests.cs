using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Graph;

public sealed class EdgeTests : IDisposable
{
    private const string Outside = """
        "ollama-k8s": { "type": "tmcp.kubernetes.v0", "for": "ollama", "workload": { "mode": "external" }, "service": { "name": "ollama-service", "ports": { "http": { "port": 11434 } } } },
        "web-k8s": { "type": "tmcp.kubernetes.v0", "for": "web", "workload": { "mode": "external" }, "service": { "ports": { "http": { "port": 80 }, "tls": { "port": 443 } } } },
        """;

    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://ollama-service:11434", true)]
    [InlineData("http://ollama-service:11434/v1?x=1", true)]
    [InlineData("http://user:pw@ollama-service:11434/", true)]
    [InlineData("ollama-service:11434", true)]
    [InlineData("a=1;host=ollama-service:11434,other", true)]
    [InlineData("http://ollama-service", false)]
    [InlineData("http://ollama-service:114340", false)]
    [InlineData("http://ollama-service:1143", false)]
    [InlineData("http://my-ollama-service:11434", false)]
    [InlineData("http://ollama-service.example.org:11434", false)]
    [InlineData("http://registry/ollama-service:11434", false)]
    [InlineData("ollama-service", false)]
    public void Address_of_an_outside_service_in_a_value_is_an_edge_only_when_it_is_exact(string value, bool isEdge)
    {
        var edges = Edges(value);

        Assert.Equal(isEdge ? [new Edge("caller", "ollama", "http")] : [], edges);
    }

    [Theory]
    [InlineData("http://web-service/x", "http")]
    [InlineData("https://web-service", "tls")]
    [InlineData("https://web-service:443", "tls")]
    [InlineData("http://web-service:80", "http")]
    [InlineData("ftp://web-service", null)]
    [InlineData("web-service", null)]
    public void Port_may_be_left_out_where_it_is_the_schemes_own(string value, string? port) =>
        Assert.Equal(port is null ? [] : [new Edge("caller", "web", port)], Edges(value));

    [Fact]
    public void Address_that_is_put_together_of_parts_is_found()
    {
        var graph = _folder.Graph(Outside + """
            "model": { "type": "value.v0", "connectionString": "http://ollama-service:11434" },
            "key": { "type": "parameter.v0", "value": "{key.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
            "caller": { "type": "container.v0", "image": "x:1", "env": { "X": "Endpoint={model.connectionString};Key={key.value}" } }
            """);

        Assert.Equal([new Edge("caller", "ollama", "http")], graph.Edges);
    }

    [Fact]
    public void Declared_egress_is_an_edge()
    {
        var graph = _folder.Graph(Outside + """
            "caller": { "type": "container.v0", "image": "x:1" },
            "caller-k8s": { "type": "tmcp.kubernetes.v0", "for": "caller", "egressTo": [ "web" ] }
            """);

        Assert.Equal([new Edge("caller", "web", "http"), new Edge("caller", "web", "tls")], graph.Edges);
    }

    [Fact]
    public void Outside_service_need_not_be_in_the_manifest()
    {
        var graph = _folder.Graph(Outside.TrimEnd().TrimEnd(','));

        Assert.Equal(["ollama ollama-service 11434", "web web-service 80"], graph.OutsideServices.Select(service => $"{service.Resource} {service.Service} {service.Ports[0].ServicePort}"));
        Assert.Empty(graph.Workloads);
    }

    [Fact]
    public void Outside_service_that_also_runs_inside_is_refused() =>
        Assert.Contains("is 'external', and 'ollama' (container.v0) runs in the cluster", _folder.Problem(Outside + """ "ollama": { "type": "container.v0", "image": "x:1" } """), StringComparison.Ordinal);

    [Fact]
    public void Reference_to_oneself_and_a_second_reference_add_no_edge()
    {
        var graph = _folder.Graph("""
            "b": { "type": "container.v0", "image": "x:1", "bindings": { "http": { "scheme": "http", "targetPort": 80 } }, "env": { "SELF": "{b.bindings.http.url}" } },
            "a": { "type": "container.v0", "image": "x:1", "env": { "ONE": "{b.bindings.http.url}", "TWO": "{b.bindings.http.host}:{b.bindings.http.port}" } }
            """);

        Assert.Equal([new Edge("a", "b", "http")], graph.Edges);
    }

    [Fact]
    public void Port_that_only_the_process_knows_is_no_edge()
    {
        var graph = _folder.Graph("""
            "b": { "type": "container.v0", "image": "x:1", "bindings": { "http": { "scheme": "http", "targetPort": 80 } } },
            "a": { "type": "container.v0", "image": "x:1", "env": { "PORT": "{b.bindings.http.targetPort}" } }
            """);

        Assert.Empty(graph.Edges);
    }

    private IReadOnlyList<Edge> Edges(string value) =>
        _folder.Graph(Outside + $$""" "caller": { "type": "container.v0", "image": "x:1", "env": { "X": "{{value}}" } } """).Edges;
}
