using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Publishing;

public sealed class ValueManifestTests
{
    [Fact]
    public Task Parameters_say_what_to_ask_for_and_what_to_generate() => ManifestRun.AssertAsync(
        builder =>
        {
            builder.AddParameter("local-only", "of this machine");
            builder.AddParameter("code", new GenerateParameterDefault { MinLength = 6, Lower = false, Upper = false, Special = false, MinNumeric = 6 }, secret: true);
            builder.AddConnectionString("store");
        },
        """
        "local-only": {
          "type": "parameter.v0",
          "value": "{local-only.inputs.value}",
          "inputs": {
            "value": {
              "type": "string"
            }
          }
        },
        "code": {
          "type": "parameter.v0",
          "value": "{code.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true,
              "default": {
                "generate": {
                  "minLength": 6,
                  "lower": false,
                  "upper": false,
                  "special": false,
                  "minNumeric": 6
                }
              }
            }
          }
        },
        "store": {
          "type": "parameter.v0",
          "connectionString": "{store.value}",
          "value": "{store.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true
            }
          }
        }
        """);

    [Fact]
    public Task Connection_strings_bring_what_they_are_made_of() => ManifestRun.AssertAsync(
        builder =>
        {
            var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, "db-password", special: false);
            var database = builder.AddContainer("db", "postgres", "18").WithEndpoint(targetPort: 5432, name: "tcp");
            var endpoint = database.GetEndpoint("tcp");
            var url = builder.AddConnectionString(
                "url", ReferenceExpression.Create($"postgresql://app:{password:uri}@{endpoint.Property(EndpointProperty.HostAndPort)}/{"a b":uri}"));
            builder.AddExecutable("tool", "tool", ".")
                .WithReference(url)
                .WithEnvironment("AGAIN", ReferenceExpression.Create($"{password:uri}|{endpoint.Property(EndpointProperty.Host):uri}"));
        },
        """
        "db": {
          "type": "container.v0",
          "image": "postgres:18",
          "bindings": {
            "tcp": {
              "scheme": "tcp",
              "protocol": "tcp",
              "transport": "tcp",
              "targetPort": 5432
            }
          }
        },
        "url": {
          "type": "value.v0",
          "connectionString": "postgresql://app:{db-password-uri-encoded.value}@{db.bindings.tcp.host}:{db.bindings.tcp.port}/a%20b"
        },
        "tool": {
          "type": "executable.v0",
          "workingDirectory": ".",
          "command": "tool",
          "env": {
            "ConnectionStrings__url": "{url.connectionString}",
            "AGAIN": "{db-password-uri-encoded.value}|{db-bindings-tcp-host-uri-encoded.value}"
          }
        },
        "db-password": {
          "type": "parameter.v0",
          "value": "{db-password.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true,
              "default": {
                "generate": {
                  "minLength": 22,
                  "special": false
                }
              }
            }
          }
        },
        "db-password-uri-encoded": {
          "type": "annotated.string",
          "value": "{db-password.value}",
          "filter": "uri"
        },
        "db-bindings-tcp-host-uri-encoded": {
          "type": "annotated.string",
          "value": "{db.bindings.tcp.host}",
          "filter": "uri"
        }
        """);

    [Fact]
    public Task A_choice_becomes_the_branch_that_holds() => ManifestRun.AssertAsync(
        builder =>
        {
            var key = new ParameterResource("key", _ => throw new InvalidOperationException("no value is needed"), secret: true);
            var server = builder.AddContainer("server", "server", "1").WithHttpsEndpoint(targetPort: 443);
            builder.AddExecutable("tool", "tool", ".").WithEnvironment("SUFFIX", server.GetEndpoint("https").GetTlsValue(
                ReferenceExpression.Create($"?ssl=true&key={key:uri}"), ReferenceExpression.Empty));
        },
        """
        "server": {
          "type": "container.v0",
          "image": "server:1",
          "bindings": {
            "https": {
              "scheme": "https",
              "protocol": "tcp",
              "transport": "http",
              "targetPort": 443
            }
          }
        },
        "tool": {
          "type": "executable.v0",
          "workingDirectory": ".",
          "command": "tool",
          "env": {
            "SUFFIX": "?ssl=true&key={key-uri-encoded.value}"
          }
        },
        "key": {
          "type": "parameter.v0",
          "value": "{key.inputs.value}",
          "inputs": {
            "value": {
              "type": "string",
              "secret": true
            }
          }
        },
        "key-uri-encoded": {
          "type": "annotated.string",
          "value": "{key.value}",
          "filter": "uri"
        }
        """);

    [Fact]
    public Task Code_can_write_a_resource_and_leave_one_out() => ManifestRun.AssertAsync(
        builder =>
        {
            var size = builder.AddParameter("size");
            builder.AddResource(new PlainServer("own")).WithHttpEndpoint(targetPort: 80).WithEnvironment("SIZE", size)
                .WithManifestPublishingCallback(async context =>
                {
                    context.Writer.WriteString("type", "example.v0");
                    context.Writer.WriteString("file", context.GetManifestRelativePath(Path.Combine(builder.AppHostDirectory, "sub", "file.txt")));
                    context.Writer.WriteBoolean("none", context.GetManifestRelativePath(null) is null);
                    await context.WriteCommandLineArgumentsAsync(builder.Resources.Single(resource => resource.Name == "own"));
                    await context.WriteEnvironmentVariablesAsync(builder.Resources.Single(resource => resource.Name == "own"));
                    context.WriteBindings(builder.Resources.Single(resource => resource.Name == "own"));
                    context.TryAddDependentResources(new ParameterResource("late", _ => ""));
                });
            builder.AddContainer("emulator", "emulator", "1").ExcludeFromManifest();
            builder.AddExternalService("outside", "http://outside.example/");
            builder.AddResource(new PlainServer("unknown"));
        },
        """
        "size": {
          "type": "parameter.v0",
          "value": "{size.inputs.value}",
          "inputs": {
            "value": {
              "type": "string"
            }
          }
        },
        "own": {
          "type": "example.v0",
          "file": "sub/file.txt",
          "none": true,
          "env": {
            "SIZE": "{size.value}"
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
        "late": {
          "type": "parameter.v0",
          "value": "{late.inputs.value}",
          "inputs": {
            "value": {
              "type": "string"
            }
          }
        }
        """);

    [Fact]
    public async Task A_name_that_an_escaped_value_needs_must_be_free()
    {
        using var run = new ManifestRun();
        var password = run.Builder.AddParameter("password", secret: true);
        run.Builder.AddParameter("password-uri-encoded");
        run.Builder.AddTool("tool").WithEnvironment("URL", ReferenceExpression.Create($"http://{password.Resource:uri}@host"));

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(run.PublishAsync);

        Assert.Contains("'password-uri-encoded'", failure.Message, StringComparison.Ordinal);
    }
}
