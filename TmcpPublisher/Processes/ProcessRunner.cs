using System.ComponentModel;
using System.Diagnostics;

namespace Tmcp.Publisher.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class ProcessRunner
{
    /// <exception cref="PublishException">The program is not installed.</exception>
    internal static async Task<ProcessResult> RunAsync(ProcessCall call, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(call.Program, call.Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = call.Folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in call.Environment)
            start.Environment[name] = value;

        var lines = new List<string>();
        var standard = new List<string>();
        using var process = Start(start);
        process.OutputDataReceived += (_, received) =>
        {
            Add(lines, received.Data);
            Add(standard, received.Data);
        };
        process.ErrorDataReceived += (_, received) => Add(lines, received.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            if (call.Input is not null)
                await process.StandardInput.WriteAsync(call.Input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (lines)
            return new ProcessResult(process.ExitCode, lines.ToArray()) { StandardOutput = string.Join('\n', standard) };
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception reason)
        {
            throw new PublishException($"The program '{start.FileName}' cannot be started: {reason.Message}. Install it, or put it on PATH.");
        }
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is null)
            return;

        lock (lines)
            lines.Add(line);
    }
}
