using Tmcp.Publisher.Commands;

namespace Tmcp.Publisher.Tests.Commands;

public sealed class GraphCommandTests : IDisposable
{
    private const string Graph = """
        "pw": { "type": "parameter.v0", "value": "{pw.inputs.value}", "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 22 } } } } },
        "db": { "type": "container.v0", "image": "x:1", "bindings": { "http": { "scheme": "http", "targetPort": 8090 } }, "volumes": [ { "name": "d", "target": "/d", "readOnly": false } ] },
        "db-k8s": { "type": "tmcp.kubernetes.v0", "for": "db", "expose": [ { "path": "/db" } ], "allowFrom": [ { "app": "other" } ], "egress": [ "internet" ] },
        "model-k8s": { "type": "tmcp.kubernetes.v0", "for": "model", "workload": { "mode": "external" }, "service": { "ports": { "http": { "port": 11434 } } } },
        "web": { "type": "container.v0", "image": "x:1", "env": { "DB": "{db.bindings.http.url}", "MODEL": "http://model-service:11434", "PASSWORD": "{pw.value}" } }
        """;

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Graph_is_shown_as_text()
    {
        _folder.UseManifest(Graph);

        var result = await _folder.RunAsync("graph");

        Assert.Equal(
            ["/db → db (http, prefix removed)", "web → db (http, 80 → 8090)", "web → model (http, 11434)", "[other] → db", "db → internet (443)", ""],
            result.Output.Split('\n'));
    }

    [Fact]
    public async Task Graph_is_shown_as_a_chart()
    {
        _folder.UseManifest(Graph);

        var result = await _folder.RunAsync("graph", "--mermaid");

        Assert.Equal(
            [
                "flowchart LR", "  r_db[(\"db\")]", "  r_web[\"web\"]", "  r_model([\"model, outside\"])", "  ingress([ingress]) -->|\"/db\"| r_db",
                "  r_web -->|\"http 80\"| r_db", "  r_web -->|\"http 11434\"| r_model", "",
            ],
            result.Output.Split('\n'));
    }

    [Fact]
    public async Task Secrets_are_listed_by_name()
    {
        _folder.UseManifest(Graph);

        var result = await _folder.RunAsync("secrets", "list");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches(@"^tmcp/web [A-Z]+: parameter 'pw', can be generated, read by web \(PASSWORD\)\s*$", result.Output);
    }

    [Fact]
    public async Task Warnings_go_to_the_error_stream()
    {
        _folder.UseManifest(Graph + """, "cloud": { "type": "azure.bicep.v0", "path": "x" } """);

        var result = await _folder.RunAsync("graph");

        Assert.StartsWith("warning: $.resources.cloud: skipped:", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", result.Output, StringComparison.Ordinal);
    }
}
