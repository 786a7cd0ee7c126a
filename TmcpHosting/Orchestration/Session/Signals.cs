using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration.Session;

/// <summary>Signals to single processes.</summary>
internal static class Signals
{
    private const int SigTerm = 15;

    // Linux's number; macOS has another.
    private const int SigStop = 19;

    /// <summary>Asks a process to end; on Windows, which has no such request, ends it.</summary>
    public static void Terminate(int pid)
    {
        if (OperatingSystem.IsWindows())
            Kill(pid);
        else
            _ = Send(pid, SigTerm);
    }

    /// <summary>Halts a process, so that it starts nothing more. Linux only; elsewhere nothing happens.</summary>
    public static void Pause(int pid)
    {
        if (OperatingSystem.IsLinux())
            _ = Send(pid, SigStop);
    }

    /// <summary>Ends a process at once.</summary>
    public static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended before the request.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int pid, int signal);
}
