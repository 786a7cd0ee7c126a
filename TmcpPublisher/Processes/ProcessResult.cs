namespace Tmcp.Publisher.Processes;

/// <param name="Output">Lines of both streams, in the order of their arrival.</param>
internal sealed record ProcessResult(int ExitCode, IReadOnlyList<string> Output)
{
    /// <summary>What went to the standard output alone.</summary>
    internal string StandardOutput { get; init; } = "";

    internal string LastLines(int count) => string.Join(Environment.NewLine, Output.TakeLast(count));
}
