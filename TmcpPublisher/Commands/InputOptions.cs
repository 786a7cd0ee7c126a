using System.CommandLine;

namespace Tmcp.Publisher.Commands;

/// <summary>The switches that say what is read. Every command takes them.</summary>
internal sealed class InputOptions
{
    private readonly Option<DirectoryInfo?> _repository = new("--repository")
    {
        Description = "The repository. Default: the nearest folder upward that has deploy/settings.json.",
        Recursive = true,
    };

    private readonly Option<FileInfo?> _manifest = new("--manifest")
    {
        Description = "An Aspire manifest. Default: the AppHost is asked for it.",
        Recursive = true,
    };

    private readonly Option<FileInfo?> _settings = new("--settings")
    {
        Description = "The settings; image locks lie beside it. Default: deploy/settings.json of the repository.",
        Recursive = true,
    };

    private readonly Option<bool> _noBuild = new("--no-build")
    {
        Description = "Do not build the AppHost before it is asked for the manifest.",
        Recursive = true,
    };

    internal void AddTo(RootCommand root)
    {
        root.Options.Add(_repository);
        root.Options.Add(_manifest);
        root.Options.Add(_settings);
        root.Options.Add(_noBuild);
    }

    /// <summary>Where the input lies.</summary>
    /// <exception cref="PublishException">There is no repository here.</exception>
    internal InputPlaces Places(ParseResult parsed)
    {
        var settings = parsed.GetValue(_settings)?.FullName;
        var repository = parsed.GetValue(_repository)?.FullName ?? InputPlaces.FindRepository(Environment.CurrentDirectory)
            ?? (settings is not null ? Environment.CurrentDirectory : null)
            ?? throw new PublishException($"There is no deploy/settings.json in '{Environment.CurrentDirectory}' or above it. Name the repository with --repository.");
        return new InputPlaces(repository, settings ?? Path.Combine(repository, "deploy", "settings.json"), parsed.GetValue(_manifest)?.FullName, parsed.GetValue(_noBuild));
    }
}
