using Aspire.Hosting.Orchestration.Engine;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>The search for the engine, with a shell script in place of the 150 MB tool.</summary>
public sealed class EngineLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _progress = [];

    private string Cache => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Explicit_tool_is_unpacked_once_and_asked_for_its_version_once()
    {
        var tool = Tool("tool");
        using (var first = Locator(tool))
            await first.LocateAsync(CancellationToken.None);
        using var second = Locator(tool);
        var paths = await second.LocateAsync(CancellationToken.None);

        Assert.Equal(Path.Combine(Cache, EnginePlatform.Version, "dcp", "dcp"), paths.Dcp);
        Assert.Equal(["--version", "setup"], File.ReadAllLines(tool + ".calls"));
        Assert.True(File.GetUnixFileMode(paths.Dcp).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Explicit_tool_that_is_missing_is_named()
    {
        using var locator = Locator("/no/such/aspire");

        var failure = await Assert.ThrowsAsync<EngineException>(() => locator.LocateAsync(CancellationToken.None));

        Assert.Contains("ASPIRE_CLI_PATH names '/no/such/aspire', which does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explicit_tool_of_another_version_is_refused_with_both_versions()
    {
        using var locator = Locator(Tool("old", version: "9.1.0+abc"));

        var failure = await Assert.ThrowsAsync<EngineException>(() => locator.LocateAsync(CancellationToken.None));

        Assert.Contains("9.1.0", failure.Message, StringComparison.Ordinal);
        Assert.Contains(EnginePlatform.Version, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_on_the_path_of_another_version_gives_way_to_the_installed_package()
    {
        var onPath = Tool("aspire", version: "9.1.0");
        var installed = Installed();
        using var locator = Locator(null, () => onPath);

        await locator.LocateAsync(CancellationToken.None);

        Assert.Equal(["--version"], File.ReadAllLines(onPath + ".calls"));
        Assert.Equal(["setup"], File.ReadAllLines(installed + ".calls"));
    }

    [Fact]
    public async Task Processes_that_start_at_once_unpack_once()
    {
        var installed = Installed();
        var locators = Enumerable.Range(0, 5).Select(_ => Locator(null)).ToList();

        var found = await Task.WhenAll(locators.Select(locator => locator.LocateAsync(CancellationToken.None)));

        Assert.Single(found.Distinct());
        Assert.Equal(["setup"], File.ReadAllLines(installed + ".calls"));
        locators.ForEach(locator => locator.Dispose());
    }

    [Fact]
    public async Task Half_an_engine_in_the_cache_is_replaced()
    {
        Directory.CreateDirectory(Path.Combine(Cache, EnginePlatform.Version, "dcp"));
        Installed();
        using var locator = Locator(null);

        var paths = await locator.LocateAsync(CancellationToken.None);

        Assert.True(File.Exists(paths.Dashboard));
        Assert.Contains(_progress, line => line.StartsWith("Unpacking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unpacking_that_fails_leaves_nothing_but_a_message()
    {
        Installed(content: "#!/bin/sh\necho broken archive >&2\nexit 6\n");
        using var locator = Locator(null);

        var failure = await Assert.ThrowsAsync<EngineException>(() => locator.LocateAsync(CancellationToken.None));

        Assert.Contains("exit code 6): broken archive", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Cache));
    }

    private EngineLocator Locator(string? cliPath, Func<string?>? onPath = null) => new(
        new EngineLocatorOptions
        {
            AppHostDirectory = Path.Combine(_folder.Path, "a", "b"),
            CliPath = cliPath,
            FindOnPath = onPath ?? (() => null),
            Progress = _progress.Add,
            CheckPrerequisites = () => { },
        },
        new EngineFolder(Cache),
        EnginePlatform.Current);

    private string Installed(string? content = null)
    {
        var folder = Path.Combine(_folder.Path, "a", "node_modules", EnginePlatform.Current.Package, "bin");
        Directory.CreateDirectory(folder);
        return Write(Path.Combine(folder, EnginePlatform.Current.Executable), content ?? Script("13.5.4+9c1b"));
    }

    private string Tool(string name, string version = "13.5.4+9c1b") => Write(Path.Combine(_folder.Path, name), Script(version));

    private static string Script(string version) => $$"""
        #!/bin/sh
        echo "$1" >> "$0.calls"
        [ "$1" = --version ] && { echo {{version}}; exit 0; }
        target="$3/versions/x"
        mkdir -p "$target/dcp" "$target/managed/wwwroot"
        touch "$target/dcp/dcp" "$target/managed/aspire-managed"
        chmod 0744 "$target/dcp/dcp" "$target/managed/aspire-managed"
        """;

    private static string Write(string path, string content)
    {
        File.WriteAllText(path, content.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
