namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>Finds the engine in the order of the options below and fetches it when none of them has it.</summary>
/// <remarks>
/// 1. <c>ASPIRE_CLI_PATH</c>, 2. the unpacked cache of this user, 3. <c>aspire</c> of the right version on PATH,
/// 4. the npm package installed above the AppHost, 5. the npm package, installed now.
/// The cache comes before PATH because both give the same bytes and asking a program for its version costs 0.15 s.
/// </remarks>
internal sealed class EngineLocator : IEngineLocator, IDisposable
{
    private readonly EngineFolder _folder;
    private readonly NpmEngine _npm;
    private readonly EnginePlatform _platform;
    private readonly EngineUnpacker _unpacker;
    private readonly EngineLocatorOptions _options;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private EnginePaths? _paths;

    public EngineLocator(EngineLocatorOptions options, EngineFolder folder, EnginePlatform platform)
    {
        _options = options;
        _folder = folder;
        _platform = platform;
        _npm = new NpmEngine(platform, options.AppHostDirectory);
        _unpacker = new EngineUnpacker(folder);
    }

    public async Task<EnginePaths> LocateAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _paths ??= await FindAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<EnginePaths> FindAsync(CancellationToken cancellationToken)
    {
        _options.CheckPrerequisites();
        var explicitTool = _options.CliPath;
        if (string.IsNullOrEmpty(explicitTool) && _folder.Find() is { } cached)
            return Runnable(cached);

        Directory.CreateDirectory(_folder.Root);
        using var only = await CrossProcessLock.AcquireAsync(_folder.LockFile, _options.Time, cancellationToken);
        if (!string.IsNullOrEmpty(explicitTool))
            return Runnable(await FromExplicitToolAsync(explicitTool, cancellationToken));
        if (_folder.Find() is { } unpackedMeanwhile)
            return Runnable(unpackedMeanwhile);

        if (_options.FindOnPath() is { } onPath && await _unpacker.FindVersionAsync(onPath, cancellationToken) == EnginePlatform.Version)
            return Runnable(await UnpackAsync(onPath, cancellationToken));
        if (_npm.FindInstalled() is { } installed)
            return Runnable(await UnpackAsync(installed, cancellationToken));
        return Runnable(await FetchAsync(cancellationToken));
    }

    private async Task<EnginePaths> FetchAsync(CancellationToken cancellationToken)
    {
        _options.Progress($"Fetching the Aspire engine {EnginePlatform.Version} ({_platform.Package}, 50 MB), once for this user ...");
        if (_npm.FindPinningFolder() is { } pinning)
            return await UnpackAsync(await _npm.InstallPinnedAsync(pinning, cancellationToken), cancellationToken);

        var download = Path.Combine(_folder.Root, $".fetch-{Guid.NewGuid():N}");
        try
        {
            return await UnpackAsync(await _npm.InstallPrivatelyAsync(download, cancellationToken), cancellationToken);
        }
        finally
        {
            if (Directory.Exists(download))
                Directory.Delete(download, recursive: true);
        }
    }

    /// <summary>The tool's file and date are remembered, so that its version is asked for once and not at each start.</summary>
    private async Task<EnginePaths> FromExplicitToolAsync(string tool, CancellationToken cancellationToken)
    {
        var file = new FileInfo(tool);
        if (!file.Exists)
            throw new EngineException($"ASPIRE_CLI_PATH names '{tool}', which does not exist: correct or unset it.");

        var stamp = $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}";
        var stampFile = Path.Combine(_folder.Root, $"{EnginePlatform.Version}.tool");
        if (_folder.Find() is { } cached && File.Exists(stampFile) && await File.ReadAllTextAsync(stampFile, cancellationToken) == stamp)
            return cached;

        var version = await _unpacker.FindVersionAsync(file.FullName, cancellationToken);
        if (version != EnginePlatform.Version)
            throw new EngineException(
                $"ASPIRE_CLI_PATH names '{tool}' of version {version ?? "unknown (it does not start)"}, TMCP needs {EnginePlatform.Version}: install that version or unset the variable.");

        var paths = _folder.Find() ?? await UnpackAsync(file.FullName, cancellationToken);
        await File.WriteAllTextAsync(stampFile, stamp, cancellationToken);
        return paths;
    }

    private Task<EnginePaths> UnpackAsync(string aspire, CancellationToken cancellationToken)
    {
        _options.Progress($"Unpacking the Aspire engine {EnginePlatform.Version} into {_folder.Version} ...");
        return _unpacker.UnpackAsync(aspire, cancellationToken);
    }

    /// <summary>The files have mode 0744: they belong to whoever unpacked them and nobody else can start them.</summary>
    private static EnginePaths Runnable(EnginePaths paths)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                foreach (var file in new[] { paths.Dcp, paths.Dashboard })
                {
                    if (!File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute))
                        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
                }
            }

            return paths;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EngineException(
                $"'{paths.Dcp}' belongs to another user and cannot be started: point XDG_CACHE_HOME to a folder of your own.", exception);
        }
    }
}
