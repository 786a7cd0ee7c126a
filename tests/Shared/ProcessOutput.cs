using System.Diagnostics;

namespace Tmcp.Tests.Shared;

/// <summary>Collects what a process writes to both of its streams. Thread-safe.</summary>
internal sealed class ProcessOutput
{
    private readonly List<string> _lines = [];
    private readonly Lock _gate = new();

    /// <summary>Begins to read. The process must have both streams redirected.</summary>
    public ProcessOutput(Process process)
    {
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All lines so far.</summary>
    public string Text => LastLines(int.MaxValue);

    /// <summary>The last <paramref name="count"/> lines.</summary>
    public string LastLines(int count)
    {
        lock (_gate)
            return string.Join('\n', _lines.TakeLast(count));
    }

    private void Add(string? line)
    {
        if (line is null)
            return;

        lock (_gate)
            _lines.Add(line);
    }
}
