using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

public sealed class StoreManifestTests
{
    [Fact]
    public Task A_container_with_a_connection_string_brings_its_password() => ManifestRun.AssertAsync(
        builder =>
        {
            var password = new ParameterResource("store-password", _ => throw new InvalidOperationException("no value is needed"), secret: true);
            var store = builder.AddResource(new StoreContainer("store", password)).WithImage("store", "1").WithEndpoint(targetPort: 6379, name: "tcp");
            builder.AddService("api").DisableForwardedHeaders().WithReference(store);
        },
        """
        "store": {
          "type": "container.v0",
          "connectionString": "{store.bindings.tcp.host}:{store.bindings.tcp.port},password={store-password.value}",
          "image": "store:1",
          "bindings": {
            "tcp": {
              "scheme": "tcp",
              "protocol": "tcp",
              "transport": "tcp",
              "targetPort": 6379
            }
          }
        },
        "api": {
          "type": "project.v0",
          "path": "api/api.csproj",
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ConnectionStrings__store": "{store.connectionString}"
          }
        },
        "store-password": {
          "type": "parameter.v0",
          "value": "{store-password.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true
            }
          }
        }
        """);

    [Fact]
    public Task A_connection_string_may_be_that_of_another_resource() => ManifestRun.AssertAsync(
        builder =>
        {
            var other = builder.AddConnectionString("other", ReferenceExpression.Create($"Server=elsewhere"));
            var store = builder.AddResource(new StoreContainer("store", new ParameterResource("unused", _ => "")))
                .WithAnnotation(new ConnectionStringRedirectAnnotation(other.Resource)).ExcludeFromManifest();
            builder.AddService("api").DisableForwardedHeaders().WithReference(store);
        },
        """
        "other": {
          "type": "value.v0",
          "connectionString": "Server=elsewhere"
        },
        "api": {
          "type": "project.v0",
          "path": "api/api.csproj",
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ConnectionStrings__store": "{other.connectionString}"
          }
        }
        """);

    [Fact]
    public Task Two_containers_that_know_each_other_are_written_once() => ManifestRun.AssertAsync(
        builder =>
        {
            var (left, right) = (builder.AddContainer("left", "l", "1").WithHttpEndpoint(targetPort: 80), builder.AddContainer("right", "r", "1").WithHttpEndpoint(targetPort: 80));
            left.WithEnvironment("PEER", right.GetEndpoint("http"));
            right.WithEnvironment("PEER", left.GetEndpoint("http"));
        },
        """
        "left": {
          "type": "container.v0",
          "image": "l:1",
          "env": {
            "PEER": "{right.bindings.http.url}"
          },
          "bindings": {
            "http": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 80
            }
          }
        },
        "right": {
          "type": "container.v0",
          "image": "r:1",
          "env": {
            "PEER": "{left.bindings.http.url}"
          },
          "bindings": {
            "http": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 80
            }
          }
        }
        """);

    [Fact]
    public Task An_image_for_others_to_copy_from_is_built_only_and_may_read_a_secret_file() => ManifestRun.AssertAsync(
        builder =>
        {
            var assets = builder.AddDockerfile("assets", "assets");
            var build = assets.Resource.Annotations.OfType<DockerfileBuildAnnotation>().Single();
            build.HasEntrypoint = false;
            build.BuildSecrets["npmrc"] = new FileInfo(Path.Combine(builder.AppHostDirectory, ".npmrc"));
        },
        """
        "assets": {
          "type": "container.v1",
          "build": {
            "context": "assets",
            "dockerfile": "assets/Dockerfile",
            "buildOnly": true,
            "secrets": {
              "npmrc": {
                "type": "file",
                "source": ".npmrc"
              }
            }
          }
        }
        """);
}
