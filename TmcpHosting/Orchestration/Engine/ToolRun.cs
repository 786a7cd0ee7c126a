using System.Diagnostics;
using System.Text;

namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>One run of a helper program with its output collected.</summary>
/// <param name="ExitCode">What the program returned.</param>
/// <param name="Output">Standard output and standard error in the order of arrival.</param>
internal sealed record ToolRun(int ExitCode, string Output)
{
    /// <summary>Last lines of the output that say something, for an error message.</summary>
    public string Tail(int lines = 5) =>
        string.Join(" | ", Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(lines));

    /// <summary>Runs a program to its end; on cancellation its whole process tree is killed.</summary>
    public static async Task<ToolRun> RunAsync(
        string file, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellationToken, Action<string>? onLine = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Collect(line.Data);
        process.ErrorDataReceived += (_, line) => Collect(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
            return new ToolRun(process.ExitCode, output.ToString());

        void Collect(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.Append(line).Append('\n');
            onLine?.Invoke(line);
        }
    }
}
