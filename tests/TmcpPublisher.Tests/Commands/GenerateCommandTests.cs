using Tmcp.Publisher.Commands;

namespace Tmcp.Publisher.Tests.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("generate")]
    [InlineData(null)]
    public async Task Tree_is_written_and_check_agrees(string? command)
    {
        var generated = await _folder.RunAsync(command is null ? [] : [command]);
        var check = await _folder.RunAsync("check");

        Assert.True(generated.Error.Length == 0, generated.Error);
        Assert.Equal(ExitCode.Done, generated.Code);
        Assert.Equal(ExitCode.Done, check.Code);
        Assert.Contains("all as the graph says", check.Output, StringComparison.Ordinal);
        Assert.Contains("pb-service", _folder.Read("manifests/base/pocketbase/service.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_run_writes_no_file()
    {
        await _folder.RunAsync("generate");
        var before = Times();

        var second = await _folder.RunAsync("generate");

        Assert.Equal(before, Times());
        Assert.Contains("0 of them changed", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tree_does_not_depend_on_where_the_manifest_lies()
    {
        await _folder.RunAsync("generate");
        var deeper = _folder.Put("a/b/c/manifest.json", _folder.Read("artifacts/publish/manifest.json").Replace("\"../../", "\"../../../", StringComparison.Ordinal));

        using var output = new StringWriter();
        Assert.Equal(ExitCode.Done, await PublisherCommands.RunAsync(["check", "--repository", _folder.Path, "--manifest", deeper], output, output));
    }

    [Fact]
    public async Task Changed_port_changes_exactly_the_files_that_mention_it()
    {
        await _folder.RunAsync("generate");
        var before = Files();
        _folder.Put("artifacts/publish/manifest.json", _folder.Read("artifacts/publish/manifest.json").Replace("\"targetPort\": 8090", "\"targetPort\": 8091", StringComparison.Ordinal));

        await _folder.RunAsync("generate");

        var changed = Files().Where(file => before[file.Key] != file.Value).Select(file => file.Key).Where(file => file != ".generated.json").ToArray();
        Assert.NotEmpty(changed);
        Assert.Equal(before.Where(file => file.Value.Contains("8090", StringComparison.Ordinal)).Select(file => file.Key), changed);
    }

    [Fact]
    public async Task Hand_edit_fails_check_with_a_diff_and_stops_generate()
    {
        await _folder.RunAsync("generate");
        const string File = "manifests/base/pocketbase/service.yaml";
        _folder.Put(File, _folder.Read(File).Replace("port: 80\n", "port: 81\n", StringComparison.Ordinal));

        var check = await _folder.RunAsync("check");
        var generate = await _folder.RunAsync("generate");
        var forced = await _folder.RunAsync("generate", "--force");

        Assert.Equal((ExitCode.Findings, ExitCode.InvalidInput, ExitCode.Done), (check.Code, generate.Code, forced.Code));
        Assert.Contains("-      port: 81\n+      port: 80\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("base/pocketbase/service.yaml: was changed by hand", check.Output, StringComparison.Ordinal);
        Assert.Contains("--force", generate.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hand_owned_folder_is_taken_in_and_never_written()
    {
        await _folder.RunAsync("generate");
        _folder.Put("manifests/overlays/prod/extra/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");

        await _folder.RunAsync("generate");

        Assert.Contains("extra", _folder.Read("manifests/overlays/prod/kustomization.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("apiVersion", _folder.Read("manifests/overlays/prod/extra/kustomization.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_when_the_input_is_refused()
    {
        _folder.UseManifest(""" "web": { "type": "executable.v0", "workingDirectory": ".", "command": "npm" } """);

        var result = await _folder.RunAsync("generate");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.StartsWith("$.resources.web: ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "manifests")));
    }

    [Fact]
    public async Task Empty_graph_is_refused_and_not_published()
    {
        _folder.UseManifest(""" "p": { "type": "parameter.v0", "value": "{p.inputs.value}", "inputs": { "value": { "type": "string" } } } """);

        var result = await _folder.RunAsync("generate");

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("an empty tree would remove everything there", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generat")]
    [InlineData("generate", "--forc")]
    [InlineData("promote", "staging")]
    public async Task Unknown_word_is_invalid_input(params string[] arguments)
    {
        var result = await _folder.RunAsync(arguments);

        Assert.Equal(ExitCode.InvalidInput, result.Code);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_settings_is_named()
    {
        using var error = new StringWriter();

        var code = await PublisherCommands.RunAsync(["graph", "--repository", Path.Combine(_folder.Path, "artifacts"), "--manifest", _folder.Manifest], TextWriter.Null, error);

        Assert.Equal(ExitCode.InvalidInput, code);
        Assert.Contains(Path.Combine("artifacts", "deploy", "settings.json"), error.ToString(), StringComparison.Ordinal);
    }

    private Dictionary<string, DateTime> Times() => Paths().ToDictionary(file => file, file => File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, "manifests", file)));

    private SortedDictionary<string, string> Files() => new(Paths().ToDictionary(file => file, file => _folder.Read($"manifests/{file}")), StringComparer.Ordinal);

    private IEnumerable<string> Paths()
    {
        var root = Path.Combine(_folder.Path, "manifests");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
    }
}
