using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>One running dcp with its private folder. It lives no longer than the monitored process.</summary>
internal sealed class DcpSession : IAsyncDisposable
{
    // The system needs a moment to end what is killed.
    private static readonly TimeSpan _killLimit = TimeSpan.FromSeconds(1);

    private readonly DcpSessionOptions _options;
    private readonly SessionFolder _folder;
    private readonly DcpLogSocket _log;
    private readonly ILogger _logger;
    private readonly OrphanGuard _guard = OrphanGuard.Start();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _watches = [];
    private bool _ended;

    private DcpSession(DcpSessionOptions options, SessionFolder folder, DcpLogSocket log, DcpClient client, ILogger logger)
    {
        _options = options;
        _folder = folder;
        _log = log;
        _logger = logger;
        Client = client;
        Processes = new ProcessLedger(_guard.Update);
    }

    public DcpClient Client { get; }

    /// <summary>The processes dcp runs; whoever reads the watch of executables keeps it current.</summary>
    public ProcessLedger Processes { get; }

    /// <summary>Path of the private folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Cancelled when the session ends, on purpose or not: pass it to whatever talks to dcp.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Completes with the reason when dcp is gone although nobody asked it to go.</summary>
    public Task<string> Lost => _lost.Task;

    /// <summary>Starts dcp and waits until its API answers.</summary>
    public static async Task<DcpSession> StartAsync(EnginePaths engine, DcpSessionOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = SessionFolder.Create(options.TemporaryFolder, ProcessIdentity.Find(options.MonitoredProcess) ?? ProcessIdentity.Current);
        var log = new DcpLogSocket(folder.LogSocket, logger);
        try
        {
            await DcpLauncher.LaunchAsync(engine, options, folder, cancellationToken);
            var client = await DcpLauncher.ConnectAsync(options, folder, cancellationToken);
            return new DcpSession(options, folder, log, client, logger);
        }
        catch
        {
            // The process may be half up: without its monitored process and its files it ends by itself.
            await log.DisposeAsync();
            foreach (var pid in ProcessTree.WithCommandLine(folder.Path + Path.DirectorySeparatorChar))
                Signals.Terminate(pid);
            folder.Delete();
            throw;
        }
    }

    /// <summary>Follows a kind; the returned watch is drained until the session ends.</summary>
    public DcpWatch<T> Watch<T>()
        where T : class, IDcpKind<T>
    {
        var watch = new DcpWatch<T>(Client, _options.Time);
        _watches.Add(DrainAsync(watch));
        return watch;
    }

    /// <summary>
    /// Ends every process and container of the session, then dcp. Returns false when dcp did not finish in time and goes on alone.
    /// </summary>
    /// <remarks>
    /// 1. Every process gets SIGTERM from us, with its descendants: dcp would signal only the ones it started.
    /// 2. What the others send their last words to, the dashboard, stays a moment longer; then dcp ends it, the containers and itself.
    /// 3. What still runs after the grace is killed: dcp itself would wait 6 s for each.
    /// 4. dcp deletes the session folder as its last act. Its controllers and guards only close down then, which takes
    ///    up to 1.4 s (seen under load): they are not waited for that long.
    /// </remarks>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!await BeginEndAsync())
            return true;

        var family = Processes.Everything();
        using var limit = new CancellationTokenSource(_options.StopLimit, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var grace = new CancellationTokenSource(_options.ProcessGrace, _options.Time);
        using var killing = grace.Token.Register(() => KillAll(family));
        try
        {
            await UntilGoneAsync(Processes.TerminateAllButLast(), _options.FirstGrace);
            await Client.ShutDownAsync(either.Token);
            while (Directory.Exists(_folder.Path))
                await Task.Delay(TimeSpan.FromMilliseconds(20), _options.Time, either.Token);
            await EndEngineAsync(family, TimeSpan.FromMilliseconds(200));
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or DcpException)
        {
            _logger.LogDebug(exception, "dcp did not confirm its end.");
            return !SessionSweeper.IsInUse(_folder.Path);
        }
        finally
        {
            RuntimePipes.Delete(Path.GetTempPath(), family);
        }
    }

    /// <summary>The same, sooner, for a session that has no container and no network: those dcp has to end.</summary>
    /// <remarks>
    /// Asked to end, dcp looks once a second whether everything is gone, and takes half a second more: half of a whole stop. Once the processes are gone
    /// nothing is left to it but the folder, so it is killed, together with what it may have started at that moment.
    /// </remarks>
    public async Task StopProcessesAsync()
    {
        // Elsewhere the processes of dcp cannot be found.
        if (!OperatingSystem.IsLinux())
        {
            await StopAsync(CancellationToken.None);
            return;
        }

        if (!await BeginEndAsync())
            return;

        var started = _options.Time.GetTimestamp();
        var family = Processes.Everything();
        await UntilGoneAsync(Processes.TerminateAllButLast(), _options.FirstGrace);
        Processes.TerminateLast();
        await UntilGoneAsync(family, _options.ProcessGrace - _options.Time.GetElapsedTime(started));
        KillAll(family);
        await EndEngineAsync(family, TimeSpan.Zero);
        await UntilGoneAsync(family, _killLimit);
        _folder.Delete();
        SessionSweeper.SweepSockets();
        RuntimePipes.Delete(Path.GetTempPath(), family);
    }

    /// <summary>Kills dcp with everything that it has started, and deletes the folder. Containers are the caller's matter.</summary>
    public async Task KillAsync()
    {
        await EndEngineAsync([], TimeSpan.Zero);
        _folder.Delete();
    }

    /// <summary>After dcp was lost: ends what it has left behind, its own processes included, and deletes the folder.</summary>
    public async Task CleanUpAfterLossAsync()
    {
        var family = Processes.Everything();
        foreach (var process in family)
            Signals.Terminate(process.Pid);

        var started = _options.Time.GetTimestamp();
        await UntilGoneAsync(family, _options.ProcessGrace);
        KillAll(family);

        // Guards and controllers end by themselves within 2 s, and remove containers on the way: 12 s when one is stubborn.
        while (SessionSweeper.IsInUse(_folder.Path) && _options.Time.GetElapsedTime(started) < _options.StopLimit)
            await Task.Delay(TimeSpan.FromMilliseconds(20), _options.Time);
        _folder.Delete();
        RuntimePipes.Delete(Path.GetTempPath(), family);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (Lost.IsCompleted)
            await CleanUpAfterLossAsync();
        _guard.Dispose();
        await _log.DisposeAsync();
        Client.Dispose();
        if (!SessionSweeper.IsInUse(_folder.Path))
            _folder.Delete();
        _ending.Dispose();
    }

    private async Task UntilGoneAsync(IReadOnlyList<ProcessIdentity> processes, TimeSpan limit)
    {
        var started = _options.Time.GetTimestamp();
        while (processes.Any(process => process.IsAlive) && _options.Time.GetElapsedTime(started) < limit)
            await Task.Delay(TimeSpan.FromMilliseconds(10), _options.Time);
    }

    /// <summary>Ends dcp's own processes with all that they have started, and its guards of processes that are gone.</summary>
    private async Task EndEngineAsync(IReadOnlyList<ProcessIdentity> family, TimeSpan grace)
    {
        var guards = family.Select(process => $"monitor-process --child {process.Pid} ").ToList();
        ProcessIdentity[] engine =
        [
            .. ProcessTree.All()
                .Where(pid => ProcessTree.CommandLineOf(pid) is var line
                    && (line.Contains(_folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                        || guards.Any(guard => line.Contains(guard, StringComparison.Ordinal))))
                .Select(ProcessIdentity.Find).OfType<ProcessIdentity>(),
        ];
        await UntilGoneAsync(engine, grace);
        foreach (var process in engine.Where(process => process.IsAlive))
            Signals.Pause(process.Pid);
        engine = [.. engine, .. ProcessTree.DescendantsOf(engine.Select(process => process.Pid)).Select(ProcessIdentity.Find).OfType<ProcessIdentity>()];
        KillAll(engine);
        await UntilGoneAsync(engine, _killLimit);
    }

    /// <summary>False when there is nothing to end any more.</summary>
    private async Task<bool> BeginEndAsync()
    {
        if (_ended)
            return false;
        _ended = true;
        await _ending.CancelAsync();
        await Task.WhenAll(_watches);
        return !Lost.IsCompleted;
    }

    private static void KillAll(IEnumerable<ProcessIdentity> processes)
    {
        foreach (var process in processes.Where(process => process.IsAlive))
            Signals.Kill(process.Pid);
    }

    private async Task DrainAsync<T>(DcpWatch<T> watch)
        where T : class, IDcpKind<T>
    {
        if (await watch.DrainAsync(_ending.Token) is not { } failure || !_lost.TrySetResult(Describe(failure)))
            return;
        await _ending.CancelAsync();
    }

    private string Describe(Exception failure)
    {
        var last = _log.Errors is [.., var latest] ? latest : null;
        return $"its API no longer answers ({failure.Message})" + (last is null ? "" : $"; its last error was: {last}");
    }
}
