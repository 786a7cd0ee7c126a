using System.Diagnostics;
using System.Globalization;

namespace Tmcp.GatewayBench;

/// <summary>A server of the benchmark; killed at the end.</summary>
internal sealed class BenchProcess(Process process) : IDisposable
{
    public static BenchProcess Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new BenchProcess(Process.Start(start)!);
    }

    /// <summary>The first line that the server writes.</summary>
    public async Task<string> ReadLineAsync()
        => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"'{process.StartInfo.FileName}' ended without a word.");

    /// <summary>Working memory in MB, with the processes it started.</summary>
    public long MemoryMegabytes()
    {
        var pages = new[] { process.Id }.Concat(Children(process.Id)).Sum(id => long.Parse(File.ReadAllText($"/proc/{id}/statm").Split(' ')[1], CultureInfo.InvariantCulture));
        return pages * Environment.SystemPageSize / 1024 / 1024;
    }

    /// <summary>Processor time used so far, with that of the processes it started. Clock ticks are 10 ms.</summary>
    public TimeSpan ProcessorTime()
    {
        // '4711 (nginx) S 1 ...': user and system time are the 14th and 15th value, the 12th and 13th after the name.
        var ticks = new[] { process.Id }.Concat(Children(process.Id)).Sum(id =>
            File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[11..13].Sum(value => long.Parse(value, CultureInfo.InvariantCulture)));
        return TimeSpan.FromMilliseconds(10 * ticks);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static IEnumerable<int> Children(int parent)
        => File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}
