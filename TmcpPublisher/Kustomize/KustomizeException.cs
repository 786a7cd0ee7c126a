namespace Tmcp.Publisher.Kustomize;

/// <summary>A file of the tree that cannot be read or rendered.</summary>
/// <param name="file">Path in the tree.</param>
/// <param name="what">What is wrong, with its values.</param>
/// <param name="remedy">What to do.</param>
/// <param name="line">One-based; 0 when the fault has no line.</param>
internal sealed class KustomizeException(string file, string what, string remedy, int line = 0) : Exception($"{file}: {what} {remedy}")
{
    internal string File { get; } = file;

    internal string What { get; } = what;

    internal string Remedy { get; } = remedy;

    internal int Line { get; } = line;
}
