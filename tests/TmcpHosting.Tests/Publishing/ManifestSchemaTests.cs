using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

public sealed class ManifestSchemaTests
{
    [AspireSchemaFact]
    public async Task A_model_with_every_kind_of_resource_is_valid()
    {
        using var manifest = JsonDocument.Parse(await ManifestRun.TextAsync(DescribeAll));

        Assert.Empty(JsonSchema.Load(AspireSchemaFactAttribute.SchemaPath).Check(manifest.RootElement));
    }

    [AspireSchemaFact]
    public void The_check_finds_what_is_not_valid()
    {
        var schema = JsonSchema.Load(AspireSchemaFactAttribute.SchemaPath);

        Assert.All(
            [
                """{}""",
                """{"resources":{"a":{}}}""",
                """{"resources":{"a":{"error":"x"}}}""",
                """{"resources":{"a":{"type":"container.v0"}}}""",
                """{"resources":{"a":{"type":"container.v0","image":"i","extra":1}}}""",
                """{"resources":{"a":{"type":"container.v0","image":"i","env":{"N":1}}}}""",
                """{"resources":{"a":{"type":"container.v0","image":"i","volumes":[{"target":"/t","readOnly":false}]}}}""",
                """{"resources":{"a":{"type":"container.v1","image":"i","build":{"context":".","dockerfile":"D"}}}}""",
                """{"resources":{"a":{"type":"project.v0","path":"p","bindings":{"http":{"scheme":"http","protocol":"sctp","transport":"http"}}}}}""",
                """{"resources":{"a":{"type":"parameter.v0","value":"{a.inputs.value}"}}}""",
            ],
            text =>
            {
                using var document = JsonDocument.Parse(text);
                Assert.NotEmpty(schema.Check(document.RootElement));
            });
    }

    [Fact]
    public async Task Two_runs_write_the_same_bytes() =>
        Assert.Equal(await ManifestRun.TextAsync(DescribeAll), await ManifestRun.TextAsync(DescribeAll));

    private static void DescribeAll(DistributedApplicationBuilder builder)
    {
        var password = builder.AddParameter("password", new GenerateParameterDefault { MinLength = 20, MinUpper = 2 }, secret: true);
        var cache = builder.AddContainer("cache", "redis", "8.2").WithEntrypoint("redis-server").WithArgs("--x", password)
            .WithEndpoint(targetPort: 6379, name: "tcp").WithVolume("/data").WithBindMount("conf", "/conf").WithEnvironment("P", password);
        var web = builder.AddDockerfile("web", "web", stage: "final").WithBuildArg("A", 1).WithBuildArg("NONE", (object?)null)
            .WithBuildSecret("S", password).WithHttpEndpoint(port: 80, targetPort: 8080).WithExternalHttpEndpoints();
        var api = builder.AddService("api").WithHttpEndpoint().WithHttpsEndpoint().WithHttpEndpoint(name: "admin").WithEnvironment("WEB", web.GetEndpoint("http"));
        builder.AddService("sent-away").WithHttpEndpoint().PublishAsDockerFile();
        builder.AddExecutable("tool", "tool", "tools", "--go").WithReference(api).WithHttpEndpoint();
        builder.AddConnectionString("url", ReferenceExpression.Create($"redis://:{password.Resource:uri}@{cache.GetEndpoint("tcp").Property(EndpointProperty.HostAndPort)}"));
        builder.AddConnectionString("legacy");
        builder.AddExternalService("outside", "http://outside.example/");
    }
}
