namespace Tmcp.Publisher.Processes;

/// <param name="Output">Lines of both streams, in the order of their arrival.</param>
internal sealed record ProcessResult(int ExitCode, IReadOnlyList<string> Output)
{
    internal string LastLines(int count) => string.Join(Environment.NewLine, Output.TakeLast(count));
}
