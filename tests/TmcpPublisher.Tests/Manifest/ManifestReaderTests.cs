using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Tests.Manifest;

public sealed class ManifestReaderTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[]", "$: is a list, and has to be an object.")]
    [InlineData("{}", "$: lacks 'resources'")]
    [InlineData("""{ "resources": [] }""", "$.resources: is a list, and has to be an object.")]
    [InlineData("""{ "resources": { "a": 1 } }""", "$.resources.a: is no resource.")]
    [InlineData("""{ "resources": { "a": { "type": 1 } } }""", "$.resources.a.type: is a number, and has to be text.")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0" } } }""", "$.resources.a: needs an 'image' or a 'build'")]
    [InlineData("""{ "resources": { "a": { "type": "container.v1", "image": "x", "build": { "context": "." } } } }""", "exactly one of them")]
    [InlineData("""{ "resources": { "a": { "type": "project.v0" } } }""", "$.resources.a: lacks 'path'")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "env": { "A": 1 } } } }""", "$.resources.a.env.A: is a number, and has to be text.")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "args": "run" } } }""", "$.resources.a.args: is text, and has to be a list.")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "volumes": [ { "name": "v" } ] } } }""", "$.resources.a.volumes[0]: lacks 'target'")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "bindings": { "http": { "scheme": "http", "protocol": "sctp" } } } } }""", "has to be 'tcp' or 'udp'")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "bindings": { "http": { "scheme": "http", "targetPort": 0 } } } } }""", "from 1 to 65535")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x", "bindings": { "http": { "scheme": "http" } } } } }""", "says neither 'targetPort' nor 'port'")]
    [InlineData("""{ "resources": { "a": { "type": "annotated.string", "value": "x", "filter": "base64" } } }""", "'uri' is the only one that is known")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "x" }, "a": { "type": "container.v0", "image": "y" } } }""", "is no valid JSON")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "\ud800" } } }""", "no valid Unicode")]
    [InlineData("""{ "resources": { "../../x": { "type": "container.v0", "image": "y" } } }""", "is no name of a resource: it becomes a folder")]
    [InlineData("""{ "resources": { "ingress": { "type": "container.v0", "image": "y" } } }""", "taken by a folder that belongs to no resource")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "y", "env": { "9 LIVES": "x" } } } }""", "is no name of a variable")]
    [InlineData("""{ "resources": { "a": { "type": "container.v0", "image": "y", "env": { "A": "x\u0000" } } } }""", "holds a NUL character")]
    [InlineData("", "is no valid JSON")]
    [InlineData("""{ "resources": { """, "is no valid JSON")]
    public void Wrong_form_is_refused_with_its_path(string manifest, string expected)
    {
        var file = _folder.WriteText(manifest, "manifest.json");

        var refused = Assert.Throws<PublishException>(() => Publisher.Graph.Building.GraphBuilder.Build(Publisher.Manifest.ManifestReader.Read(file), _folder.Path));

        Assert.Contains(refused.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var problems = _folder.Problems("""
            "a": { "type": "container.v0", "image": "x", "env": { "A": "{b.connectionString}", "B": "{c.bindings.http.url}" } },
            "d": { "type": "executable.v0", "workingDirectory": ".", "command": "run" }
            """);

        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void Process_of_a_developers_machine_is_refused_with_the_remedy() =>
        Assert.Equal(
            "$.resources.web: 'web' is a process of a developer's machine (executable.v0), which no cluster can run. Replace it when publishing by a container or a Dockerfile " +
            "(PublishAsDockerFile), or exclude it from the manifest (ExcludeFromManifest).",
            _folder.Problem(""" "web": { "type": "executable.v0", "workingDirectory": "../web", "command": "npm", "args": [ "start" ] } """));

    [Theory]
    [InlineData("aws.cloudformation.stack.v0")]
    [InlineData("azure.bicep.v1")]
    [InlineData("dapr.v0")]
    [InlineData("of.tomorrow.v7")]
    public void Type_that_no_cluster_has_is_skipped_with_a_warning(string type)
    {
        var graph = _folder.Graph($$""" "cloud": { "type": "{{type}}", "anything": { "at": [ "all" ] } }, "a": { "type": "container.v0", "image": "x" } """);

        Assert.Equal(["a"], graph.Workloads.Select(workload => workload.Resource));
        Assert.StartsWith("$.resources.cloud: skipped:", Assert.Single(graph.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_keeps_its_stage_arguments_and_secrets()
    {
        var graph = _folder.Graph("""
            "token": { "type": "parameter.v0", "value": "{token.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
            "web": { "type": "container.v1", "build": { "context": "web", "dockerfile": "web/Dockerfile.prod", "stage": "run", "args": { "MODE": "prod" },
                     "secrets": { "npm": { "type": "env", "value": "{token.value}" }, "rc": { "type": "file", "source": "web/.npmrc" } } } }
            """);

        var image = Assert.IsType<ImageSource.Built>(graph.Workloads.Single().Image);
        Assert.Equal(("web", "web", "web/Dockerfile.prod", "run"), (image.Repository, image.Build.Context, image.Build.Dockerfile, image.Build.Stage));
        Assert.Equal("prod", TemplateText.Of(Assert.Single(image.Build.Arguments).Value));
        Assert.Equal(["npm  <secret token>", "rc web/.npmrc "], image.Build.Secrets.Select(secret => $"{secret.Name} {secret.File} {(secret.Value is null ? "" : TemplateText.Of(secret.Value))}"));
        Assert.Empty(graph.Parameters);
        Assert.Equal(["token"], graph.BuildParameters.Keys);
    }

    [Fact]
    public void Image_that_others_copy_from_is_built_and_not_run()
    {
        var graph = _folder.Graph("""
            "front": { "type": "container.v1", "build": { "context": "front", "dockerfile": "front.Dockerfile", "buildOnly": true } },
            "web": { "type": "project.v0", "path": "Web/Web.csproj", "containerFiles": { "front": { "destination": "./wwwroot", "sources": [ "/app/dist" ] } } }
            """);

        Assert.Equal("front", Assert.Single(graph.BuildOnly).Repository);
        var copied = Assert.Single(Assert.IsType<ImageSource.Built>(Assert.Single(graph.Workloads).Image).Build.CopiedFiles);
        Assert.Equal(("front", "./wwwroot", "/app/dist"), (copied.From, copied.Destination, copied.Sources.Single()));
    }

    [Fact]
    public void Dockerfile_and_project_are_read_as_programs()
    {
        var graph = _folder.Graph("""
            "old": { "type": "dockerfile.v0", "path": "old/Dockerfile", "context": "old", "buildArgs": { "A": "1" }, "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http", "targetPort": 3000 } } },
            "app": { "type": "project.v1", "path": "App/App.csproj", "deployment": { "type": "azure.bicep.v0", "path": "x", "params": { "image": "{app.containerImage}" } } }
            """);

        Assert.Equal("old/Dockerfile", Assert.IsType<ImageSource.Built>(graph.Workloads[0].Image).Build.Dockerfile);
        Assert.Equal("App/App.csproj", Assert.IsType<ImageSource.Built>(graph.Workloads[1].Image).Build.Project);
        Assert.Equal(WorkloadMode.Worker, graph.Workloads[1].Mode);
    }
}
