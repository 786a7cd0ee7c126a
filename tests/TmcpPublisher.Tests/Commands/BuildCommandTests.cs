using Tmcp.Publisher.Commands;

namespace Tmcp.Publisher.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private const string Images = """
        "npm-token": { "type": "parameter.v0", "value": "{npm-token.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
        "front": { "type": "container.v1", "build": { "context": "front", "dockerfile": "front/Dockerfile", "buildOnly": true } },
        "web": { "type": "container.v1", "build": { "context": "web app", "dockerfile": "web app/Dockerfile", "stage": "run", "args": { "MODE": "a b;$(c)" },
                 "secrets": { "npm": { "type": "env", "value": "{npm-token.value}" } } }, "containerFiles": { "front": { "destination": "./wwwroot", "sources": [ "/app/dist" ] } } },
        "api": { "type": "project.v0", "path": "Api/Api.csproj" }
        """;

    private readonly CommandFolder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("Parameters__npm_token", null);
        _folder.Dispose();
    }

    [Fact]
    public async Task Plan_shows_every_command_and_no_secret()
    {
        Environment.SetEnvironmentVariable("Parameters__npm_token", "hunter2");
        _folder.UseManifest(Images);

        var result = await _folder.RunAsync("build", "--dry-run", "--tag", "v7");

        Assert.Equal(
            """
            docker build --file front/Dockerfile --tag lupca/front:v7 front
            docker build --file 'web app/Dockerfile' --tag lupca/web:v7 --target run --build-arg 'MODE=a b;$(c)' --secret id=npm,env=TMCP_BUILD_SECRET_0 'web app'
            docker build --tag lupca/web:v7 - <<'END'
            FROM lupca/web:v7
            COPY --from=lupca/front:v7 ["/app/dist","./wwwroot/"]
            END
            dotnet publish Api/Api.csproj --configuration Release --os linux -t:PublishContainer -p:ContainerRepository=lupca/api -p:ContainerImageTag=v7

            """.ReplaceLineEndings("\n"),
            result.Output.ReplaceLineEndings("\n"));
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
    }

    [Fact]
    public async Task Project_with_a_Dockerfile_is_built_from_it()
    {
        _folder.UseManifest(""" "api": { "type": "project.v0", "path": "Api/Api.csproj" } """);
        _folder.Put("Api/Dockerfile", "FROM scratch\n");

        var result = await _folder.RunAsync("build", "--dry-run");

        Assert.Equal("docker build --file Api/Dockerfile --tag lupca/api:0.1.0 .", result.Output.TrimEnd());
    }

    [Fact]
    public async Task Missing_value_of_a_build_names_the_variable()
    {
        _folder.UseManifest(Images);

        var result = await _folder.RunAsync("build", "--dry-run");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("Set the environment variable Parameters__npm_token.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_in_a_build_argument_is_refused()
    {
        _folder.UseManifest("""
            "k": { "type": "parameter.v0", "value": "{k.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
            "web": { "type": "container.v1", "build": { "context": ".", "dockerfile": "Dockerfile", "args": { "KEY": "{k.value}" } } }
            """);

        var result = await _folder.RunAsync("build", "--dry-run");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("the build argument 'KEY' is a secret", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_locks_the_digest_that_the_builder_reports()
    {
        _folder.UseManifest(""" "web": { "type": "container.v1", "build": { "context": ".", "dockerfile": "Dockerfile" } } """);
        var digest = "sha256:" + new string('b', 64);
        var builder = _folder.Put("builder", $$"""
            #!/bin/sh
            echo "$@" >> "$(dirname "$0")/calls"
            if [ "$1" = image ]; then echo '["docker.io/other/web@sha256:{{new string('c', 64)}}","docker.io/lupca/web@{{digest}}"]'; fi
            """);
        File.SetUnixFileMode(builder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await _folder.RunAsync("build", "--builder", builder, "--push", "--environment", "staging");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains(digest, _folder.Read("deploy/images.staging.json"), StringComparison.Ordinal);
        Assert.Equal(["build", "push", "image"], _folder.Read("calls").Split('\n').Where(line => line.Length > 0).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Failing_builder_ends_the_run_with_what_it_said_and_without_a_lock()
    {
        _folder.UseManifest(""" "web": { "type": "container.v1", "build": { "context": ".", "dockerfile": "Dockerfile" } } """);
        var builder = _folder.Put("builder", "#!/bin/sh\necho 'no space left' >&2\nexit 3\n");
        File.SetUnixFileMode(builder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await _folder.RunAsync("build", "--builder", builder, "--push", "--environment", "staging");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("ended with 3", result.Error, StringComparison.Ordinal);
        Assert.Contains("no space left", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "deploy", "images.staging.json")));
    }

    [Theory]
    [InlineData("--push")]
    [InlineData("--environment", "staging")]
    [InlineData("--push", "--environment", "stagin")]
    public async Task Push_and_environment_belong_together(params string[] switches) =>
        Assert.Equal(ExitCode.InvalidInput, (await _folder.RunAsync(["build", "--dry-run", .. switches])).Code);

    [Fact]
    public async Task Absent_builder_is_named() =>
        Assert.Contains("cannot be started", (await _folder.RunAsync("build", "--builder", "/nowhere/docker")).Error, StringComparison.Ordinal);
}
