using System.Diagnostics;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>
/// A shell that outlives the AppHost by a few seconds. When the AppHost is killed, dcp ends the processes, but waits 6 s for each that
/// ignores SIGTERM and needs over 10 s in all; the guard kills those after 3 s. When dcp is killed with it, the guard ends all of them.
/// </summary>
internal sealed class OrphanGuard : IDisposable
{
    // Each line of standard input is the whole list: "4711 8812345 4712 8812399" (process and start time). The end of the
    // input without "done" before it means that the AppHost was killed. Ctrl+C reaches the whole group, so it is ignored.
    private const string Script = """
        trap '' INT TERM HUP
        list=
        while read -r line; do list=$line; done
        [ "$list" = done ] && exit 0
        sleep 3
        set -- $list
        while [ $# -ge 2 ]; do
          if [ -r "/proc/$1/stat" ]; then
            now=$(sed 's/.*) //' "/proc/$1/stat" | cut -d ' ' -f 20)
            [ "$now" = "$2" ] && kill -9 "$1"
          fi
          for pipe in "clr-debug-pipe-$1-$2-in" "clr-debug-pipe-$1-$2-out" "dotnet-diagnostic-$1-$2-socket"; do
            rm -f "${TMPDIR:-/tmp}/$pipe"
          done
          shift 2
        done
        """;

    private readonly Process? _shell;
    private readonly Lock _lock = new();

    private OrphanGuard(Process? shell) => _shell = shell;

    /// <summary>Whether this system has what it needs.</summary>
    public static bool IsAvailable => OperatingSystem.IsLinux();

    /// <summary>Starts the shell on Linux; elsewhere dcp's own slower clean-up has to do.</summary>
    public static OrphanGuard Start()
    {
        if (!IsAvailable)
            return new OrphanGuard(null);
        return new OrphanGuard(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        }));
    }

    /// <summary>Replaces the list of processes to end. This process is on it too, for the pipes its runtime leaves behind.</summary>
    public void Update(IEnumerable<ProcessIdentity> processes) => Write(string.Join(' ', processes.Append(ProcessIdentity.Current)));

    /// <summary>Dismisses the shell: the processes were ended in good order.</summary>
    public void Dispose()
    {
        Write("done");
        lock (_lock)
            _shell?.Dispose();
    }

    private void Write(string line)
    {
        if (_shell is null)
            return;
        lock (_lock)
        {
            try
            {
                _shell.StandardInput.WriteLine(line);
                _shell.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException)
            {
                // The shell was killed: dcp still ends everything when this process is gone.
            }
        }
    }
}
