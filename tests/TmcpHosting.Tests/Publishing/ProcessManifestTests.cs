using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

public sealed class ProcessManifestTests
{
    [Fact]
    public Task A_project() => ManifestRun.AssertAsync(
        builder =>
        {
            var api = builder.AddService("api").WithHttpEndpoint(port: 7999).WithHttpsEndpoint().WithHttpEndpoint(name: "admin").WithReplicas(2);
            builder.AddService("web")
                .WithArgs("--verbose")
                .WithReference(api)
                .WithEnvironment("FEED", $"{api.GetEndpoint("http")}/sse")
                .WithEnvironment("RETRIES", ReferenceExpression.Create($"{"3"}"));
        },
        """
        "api": {
          "type": "project.v0",
          "path": "api/api.csproj",
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ASPNETCORE_FORWARDEDHEADERS_ENABLED": "true",
            "HTTP_PORTS": "{api.bindings.http.targetPort};{api.bindings.admin.targetPort}",
            "HTTPS_PORTS": "{api.bindings.https.targetPort}"
          },
          "bindings": {
            "http": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "port": 7999
            },
            "https": {
              "scheme": "https",
              "protocol": "tcp",
              "transport": "http"
            },
            "admin": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 8000
            }
          }
        },
        "web": {
          "type": "project.v0",
          "path": "web/web.csproj",
          "args": [
            "--verbose"
          ],
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ASPNETCORE_FORWARDEDHEADERS_ENABLED": "true",
            "API_HTTP": "{api.bindings.http.url}",
            "services__api__http__0": "{api.bindings.http.url}",
            "API_HTTPS": "{api.bindings.https.url}",
            "services__api__https__0": "{api.bindings.https.url}",
            "API_ADMIN": "{api.bindings.admin.url}",
            "services__api__admin__0": "{api.bindings.admin.url}",
            "FEED": "{api.bindings.http.url}/sse",
            "RETRIES": "3"
          }
        }
        """);

    [Fact]
    public Task A_project_that_serves_the_files_of_another_image() => ManifestRun.AssertAsync(
        builder =>
        {
            var web = builder.AddResource(new FrontEnd("web"))
                .WithAnnotation(new ContainerFilesSourceAnnotation { SourcePath = "/app/dist" })
                .ExcludeFromManifest();
            builder.AddService("api").PublishWithContainerFiles(web, "./wwwroot");
        },
        """
        "api": {
          "type": "project.v0",
          "path": "api/api.csproj",
          "containerFiles": {
            "web": {
              "destination": "./wwwroot",
              "sources": [
                "/app/dist"
              ]
            }
          },
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ASPNETCORE_FORWARDEDHEADERS_ENABLED": "true"
          }
        }
        """);

    [Fact]
    public async Task Files_of_one_image_go_to_one_place()
    {
        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => ManifestRun.TextAsync(builder =>
        {
            var web = builder.AddResource(new FrontEnd("web")).ExcludeFromManifest();
            builder.AddService("api").PublishWithContainerFiles(web, "./wwwroot").PublishWithContainerFiles(web, "./public");
        }));

        Assert.Contains("'web' go to './wwwroot' and './public'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task An_executable() => ManifestRun.AssertAsync(
        builder => builder.AddExecutable("worker", "python", "jobs", "main.py", "--fast")
            .WithEndpoint(name: "events", scheme: "udp", protocol: System.Net.Sockets.ProtocolType.Udp)
            .WithEnvironment("LEVEL", "info"),
        """
        "worker": {
          "type": "executable.v0",
          "workingDirectory": "jobs",
          "command": "python",
          "args": [
            "main.py",
            "--fast"
          ],
          "env": {
            "LEVEL": "info"
          },
          "bindings": {
            "events": {
              "scheme": "udp",
              "protocol": "udp",
              "transport": "tcp",
              "targetPort": 8000
            }
          }
        }
        """);

    [Fact]
    public async Task An_endpoint_that_does_not_exist_is_refused_by_name()
    {
        using var run = new ManifestRun();
        var api = run.Builder.AddService("api").WithHttpEndpoint();
        run.Builder.AddTool("tool").WithEnvironment("URL", $"{api.GetEndpoint("htpp")}/sse");

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(run.PublishAsync);

        Assert.Contains("'tool'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no endpoint 'htpp'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'http'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_without_a_form_in_a_manifest_is_refused_by_name()
    {
        using var run = new ManifestRun();
        run.Builder.AddTool("tool").WithEnvironment(context => context.EnvironmentVariables["ODD"] = new object());

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(run.PublishAsync);

        Assert.Contains("'tool'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'ODD'", failure.Message, StringComparison.Ordinal);
    }

    private sealed class FrontEnd(string name) : Resource(name), IResourceWithContainerFiles;
}
