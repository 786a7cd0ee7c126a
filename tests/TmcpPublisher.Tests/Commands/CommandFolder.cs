using Tmcp.Publisher.Commands;
using Tmcp.Publisher.Tests.Manifest;
using Tmcp.Publisher.Tests.Settings;
using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Commands;

/// <summary>A repository of its own with settings, a version and TMCP's manifest, and the command line run in it.</summary>
internal sealed class CommandFolder : IDisposable
{
    private readonly ManifestFolder _folder = new();

    internal CommandFolder()
    {
        Settings = new SettingsFile(_folder);
        Settings.Write();
        _folder.WriteText("0.1.0\n", "version");
        Manifest = _folder.WriteText(File.ReadAllText(System.IO.Path.Combine(RepositoryFolder.Path, "TmcpIntegrationTests", "Publishing", "expected-manifest.json")), "artifacts/publish/manifest.json");
    }

    internal string Path => _folder.Path;

    internal string Manifest { get; private set; }

    internal SettingsFile Settings { get; }

    internal string Put(string path, string content) => _folder.WriteText(content, path);

    internal string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Path, path));

    internal void UseManifest(string resources) => Manifest = _folder.Write(resources);

    internal async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PublisherCommands.RunAsync([.. arguments, "--repository", Path, "--manifest", Manifest], output, error);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}

internal sealed record CommandResult(int Code, string Output, string Error);
