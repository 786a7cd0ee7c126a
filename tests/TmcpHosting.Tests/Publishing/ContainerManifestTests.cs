using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

public sealed class ContainerManifestTests
{
    [Fact]
    public Task A_container_from_an_image() => ManifestRun.AssertAsync(
        builder =>
        {
            var password = builder.AddParameter("password", secret: true);
            var cache = builder.AddContainer("cache", "redis", "8.2")
                .WithImageRegistry("docker.io")
                .WithEntrypoint("redis-server")
                .WithEndpoint(port: 6380, targetPort: 6379, name: "tcp", scheme: "tcp")
                .WithHttpEndpoint(targetPort: 9121, name: "metrics")
                .WithExternalHttpEndpoints()
                .WithEnvironment("REDIS_PASSWORD", password)
                .WithVolume("cache-data", "/data")
                .WithVolume("/var/lib/extra")
                .WithBindMount("config/redis.conf", "/etc/redis.conf", isReadOnly: true);
            cache.WithArgs("--port", cache.GetEndpoint("tcp").Property(EndpointProperty.TargetPort), ReferenceExpression.Create($"--requirepass={password.Resource}"))
                .WithEnvironment("SELF", cache.GetEndpoint("tcp").Property(EndpointProperty.HostAndPort))
                .WithEnvironment("PLAIN", "{not an expression} & <text>");
        },
        """
        "password": {
          "type": "parameter.v0",
          "value": "{password.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true
            }
          }
        },
        "cache": {
          "type": "container.v0",
          "image": "docker.io/redis:8.2",
          "entrypoint": "redis-server",
          "args": [
            "--port",
            "{cache.bindings.tcp.targetPort}",
            "--requirepass={password.value}"
          ],
          "bindMounts": [
            {
              "source": "config/redis.conf",
              "target": "/etc/redis.conf",
              "readOnly": true
            }
          ],
          "volumes": [
            {
              "name": "cache-data",
              "target": "/data",
              "readOnly": false
            },
            {
              "name": "cache-var-lib-extra",
              "target": "/var/lib/extra",
              "readOnly": false
            }
          ],
          "env": {
            "REDIS_PASSWORD": "{password.value}",
            "SELF": "{cache.bindings.tcp.host}:{cache.bindings.tcp.port}",
            "PLAIN": "{not an expression} & <text>"
          },
          "bindings": {
            "tcp": {
              "scheme": "tcp",
              "protocol": "tcp",
              "transport": "tcp",
              "port": 6380,
              "targetPort": 6379
            },
            "metrics": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 9121,
              "external": true
            }
          }
        }
        """);

    [Fact]
    public Task A_container_built_from_a_Dockerfile() => ManifestRun.AssertAsync(
        builder =>
        {
            var version = builder.AddParameter("version", "1.2", publishValueAsDefault: true);
            var token = builder.AddParameter("token", secret: true);
            builder.AddDockerfile("web", "web", "build/web.Dockerfile", "final")
                .WithBuildArg("VERSION", version)
                .WithBuildArg("DEBUG", false)
                .WithBuildArg("FROM_THE_SHELL", (object?)null)
                .WithBuildSecret("TOKEN", token)
                .WithHttpEndpoint(port: 8080);
        },
        """
        "version": {
          "type": "parameter.v0",
          "value": "{version.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "default": {
                "value": "1.2"
              }
            }
          }
        },
        "token": {
          "type": "parameter.v0",
          "value": "{token.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true
            }
          }
        },
        "web": {
          "type": "container.v1",
          "build": {
            "context": "web",
            "dockerfile": "web/build/web.Dockerfile",
            "stage": "final",
            "args": {
              "VERSION": "{version.value}",
              "DEBUG": "false"
            },
            "secrets": {
              "TOKEN": {
                "type": "env",
                "value": "{token.value}"
              }
            }
          },
          "bindings": {
            "http": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 8080
            }
          }
        }
        """);

    [Fact]
    public Task A_process_published_as_a_container_keeps_what_it_was_given() => ManifestRun.AssertAsync(
        builder =>
        {
            builder.AddService("api").WithHttpEndpoint().WithEnvironment("MODE", "full").PublishAsDockerFile();
            builder.AddExecutable("tool", "node", "tool", "main.js").PublishAsDockerFile(container => container.WithArgs("--in-container"));
        },
        """
        "api": {
          "type": "container.v1",
          "build": {
            "context": "api",
            "dockerfile": "api/Dockerfile"
          },
          "env": {
            "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY": "in_memory",
            "ASPNETCORE_FORWARDEDHEADERS_ENABLED": "true",
            "HTTP_PORTS": "{api.bindings.http.targetPort}",
            "MODE": "full"
          },
          "bindings": {
            "http": {
              "scheme": "http",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 8000
            }
          }
        },
        "tool": {
          "type": "container.v1",
          "build": {
            "context": "tool",
            "dockerfile": "tool/Dockerfile"
          },
          "args": [
            "--in-container"
          ]
        }
        """);

    [Fact]
    public async Task A_container_without_an_image_is_refused()
    {
        using var run = new ManifestRun();
        run.Builder.AddResource(new ContainerResource("empty"));

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(run.PublishAsync);

        Assert.Contains("'empty'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("WithImage", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(run.FilePath));
    }
}
