namespace Tmcp.Publisher.Input;

/// <summary>What is wrong with the input, all of it before anything is refused: a person repairs a file in one go.</summary>
internal sealed class ProblemList
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were found, each once.</summary>
    internal IReadOnlyList<string> All => _problems;

    /// <param name="path">The JSON path of the value, with the file before it when it is not the manifest.</param>
    /// <param name="what">What is wrong with which value, and what to write instead.</param>
    internal void Add(string path, string what)
    {
        var problem = $"{path}: {what}";
        if (_seen.Add(problem))
            _problems.Add(problem);
    }

    /// <exception cref="PublishException">There is a problem.</exception>
    internal void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new PublishException(_problems);
    }
}
