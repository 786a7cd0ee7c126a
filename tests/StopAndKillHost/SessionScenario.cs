using System.Runtime.InteropServices;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Engine;
using Aspire.Hosting.Orchestration.Session;
using Microsoft.Extensions.Logging.Abstractions;

namespace StopAndKillHost;

/// <summary>A bare session with a process that obeys SIGTERM and, if wanted, one that ignores it.</summary>
internal static class SessionScenario
{
    public static async Task<int> RunAsync(string folder, bool stubborn)
    {
        using var locator = new EngineLocator(
            new EngineLocatorOptions { AppHostDirectory = AppContext.BaseDirectory }, EngineFolder.ForUser(), EnginePlatform.Current);
        var engine = await locator.LocateAsync(CancellationToken.None);
        new SessionSweeper(folder).Sweep();
        await using var session = await DcpSession.StartAsync(
            engine, new DcpSessionOptions { TemporaryFolder = folder }, NullLogger.Instance, CancellationToken.None);

        var stop = new TaskCompletionSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.TrySetResult();
        });

        string[] names = stubborn ? ["obeys", "ignores"] : ["obeys"];
        foreach (var name in names)
            await session.Client.CreateAsync(Process(name), session.Ending);
        var pids = await RunningAsync(session, names.Length);
        Console.WriteLine($"READY {session.Folder} {string.Join(' ', names.Select(name => pids[name]))}");

        if (await Task.WhenAny(stop.Task, session.Lost) == session.Lost)
        {
            await session.CleanUpAfterLossAsync();
            Console.WriteLine($"LOST {await session.Lost}");
            return 3;
        }

        return await session.StopAsync(CancellationToken.None) ? 0 : 4;
    }

    private static async Task<Dictionary<string, int>> RunningAsync(DcpSession session, int count)
    {
        var pids = new Dictionary<string, int>(StringComparer.Ordinal);
        var changes = session.Watch<DcpExecutable>().Changes;
        while (pids.Count < count)
        {
            var change = await changes.ReadAsync();
            session.Processes.Track(change);
            if (change.Object.Status is { State: DcpStates.Running, Pid: { } pid })
                pids[change.Object.Metadata.Name] = pid;
        }

        return pids;
    }

    private static DcpExecutable Process(string name) => new()
    {
        Metadata = new DcpMetadata { Name = name },
        Spec = new DcpExecutableSpec
        {
            ExecutablePath = "/bin/sh",
            WorkingDirectory = "/",
            Args = ["-c", Scripts.Of(name)],
        },
    };
}
