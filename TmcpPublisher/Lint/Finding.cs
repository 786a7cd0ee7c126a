namespace Tmcp.Publisher.Lint;

/// <summary>One defect.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">Path in the tree.</param>
/// <param name="Line">One-based line where the object begins; 0: the whole file.</param>
/// <param name="Object">Kind and name; empty when the file is meant.</param>
/// <param name="Path">Where in the object; empty when the whole of it is meant.</param>
/// <param name="What">What is wrong, with its values. Never a secret.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Finding(string Rule, string File, int Line, string Object, string Path, string What, string Remedy)
{
    /// <summary>The folders whose rendering shows it; empty for a finding in the files alone.</summary>
    public IReadOnlyList<string> Renderings { get; init; } = [];
}
