using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Telemetry;
using Aspire.Hosting.Orchestration;

namespace TmcpHosting.Tests.Dashboard;

public sealed class OtlpEnvironmentTests
{
    private static readonly OtlpEndpoint _endpoint = new(new Uri("http://localhost:4317"), "grpc", "key") { HttpUrl = new Uri("http://localhost:4318") };

    [Fact]
    public void The_sender_is_named_so_that_name_and_instance_give_the_resource_id()
    {
        var instance = new ResourceInstance("bridge-abcdwxyz", "abcdwxyz", 0);

        var variables = OtlpEnvironment.Of(new ProjectResource("bridge"), instance).ToDictionary();

        Assert.Equal(("bridge", "service.instance.id=abcdwxyz"), (variables["OTEL_SERVICE_NAME"], variables["OTEL_RESOURCE_ATTRIBUTES"]));
    }

    [Fact]
    public void Only_development_sends_at_once()
    {
        Assert.Equal("1000", OtlpEnvironment.Shared(_endpoint, null, isDevelopment: true).ToDictionary()["OTEL_METRIC_EXPORT_INTERVAL"]);
        Assert.Equal(
            ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS"],
            OtlpEnvironment.Shared(_endpoint, null, isDevelopment: false).Select(variable => variable.Key));
    }

    [Theory]
    [InlineData(null, "http://localhost:4317", "grpc")]
    [InlineData(OtlpProtocol.Grpc, "http://localhost:4317", "grpc")]
    [InlineData(OtlpProtocol.HttpProtobuf, "http://localhost:4318", "http/protobuf")]
    [InlineData(OtlpProtocol.HttpJson, "http://localhost:4318", "http/json")]
    public void The_address_fits_the_protocol(OtlpProtocol? required, string address, string protocol)
    {
        var variables = OtlpEnvironment.Shared(_endpoint, required, isDevelopment: false).ToDictionary();

        Assert.Equal((address, protocol), (variables["OTEL_EXPORTER_OTLP_ENDPOINT"], variables["OTEL_EXPORTER_OTLP_PROTOCOL"]));
        Assert.Equal("x-otlp-api-key=key", variables["OTEL_EXPORTER_OTLP_HEADERS"]);
    }

    [Theory]
    [InlineData("service.instance.id=first", "service.instance.id=second")]
    [InlineData("team=crm,service.instance.id=first,tier=1", "team=crm,service.instance.id=second,tier=1")]
    [InlineData("team=crm", "team=crm")]
    public void Another_replica_changes_its_instance_id_and_nothing_else(string attributes, string expected)
    {
        var environment = new Dictionary<string, string> { ["OTEL_RESOURCE_ATTRIBUTES"] = attributes };

        OtlpEnvironment.SetInstance(environment, new ResourceInstance("bridge-second", "second", 1));

        Assert.Equal(expected, environment["OTEL_RESOURCE_ATTRIBUTES"]);
    }
}
