namespace Tmcp.Publisher.Commands;

/// <summary>What the process says to a script.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The tree differs from the graph, or the lint found something.</summary>
    internal const int Findings = 1;

    /// <summary>The input cannot be used: nothing was written.</summary>
    internal const int InvalidInput = 2;
}
