using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Tests.Manifest;

namespace Tmcp.Publisher.Tests.Graph;

public sealed class PortTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Endpoints_of_a_project_get_8080_then_8000_and_up()
    {
        var ports = Ports("\"project.v0\", \"path\": \"A/A.csproj\"", """
            "http": { "scheme": "http", "protocol": "tcp", "transport": "http" }, "https": { "scheme": "https", "protocol": "tcp", "transport": "http" },
            "admin": { "scheme": "http", "protocol": "tcp", "transport": "http" }, "silo": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 8001 },
            "grpc": { "scheme": "http", "protocol": "tcp", "transport": "http2" }
            """);

        Assert.Equal(
            [new("http", 8080, 80), new("admin", 8000, 8000), new("silo", 8001, 8001), new("grpc", 8002, 8002)],
            ports);
    }

    [Fact]
    public void Port_of_the_manifest_is_the_port_of_the_service() =>
        Assert.Equal([new("http", 7999, 7000)], Ports("\"container.v0\", \"image\": \"x:1\"", """ "http": { "scheme": "http", "protocol": "tcp", "transport": "http", "port": 7000, "targetPort": 7999 } """));

    [Fact]
    public void Other_protocols_keep_the_port_of_the_container_and_udp_stays_udp() =>
        Assert.Equal(
            [new("tcp", 5432, 5432), new("dns", 53, 53, "UDP")],
            Ports("\"container.v0\", \"image\": \"x:1\"", """ "tcp": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 5432 }, "dns": { "scheme": "udp", "protocol": "udp", "transport": "tcp", "targetPort": 53 } """));

    [Fact]
    public void Long_names_become_legal_names_of_ports()
    {
        var port = Assert.Single(Ports("\"container.v0\", \"image\": \"x:1\"", """ "Management_Interface": { "scheme": "http", "protocol": "tcp", "transport": "http", "targetPort": 15672 } """));

        Assert.Matches("^manageme-[0-9a-f]{6}$", port.Name);
    }

    [Fact]
    public void Two_bindings_on_one_port_of_the_service_are_refused() =>
        Assert.Contains("the Service listens on 80 for 'http' already", _folder.Problem("""
            "a": { "type": "container.v0", "image": "x:1", "bindings": { "http": { "scheme": "http", "targetPort": 8080 }, "other": { "scheme": "http", "targetPort": 8081, "port": 80 } } }
            """), StringComparison.Ordinal);

    private IReadOnlyList<WorkloadPort> Ports(string type, string bindings) =>
        _folder.Graph($$""" "a": { "type": {{type}}, "bindings": { {{bindings}} } } """).Workloads.Single().Ports;
}
