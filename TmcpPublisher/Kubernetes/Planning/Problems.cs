namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>What keeps the graph from being published, gathered so that a person sees all of it at once.</summary>
internal sealed class Problems
{
    private readonly List<string> _problems = [];

    internal void Add(string problem)
    {
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    /// <exception cref="PublishException">There is a problem.</exception>
    internal void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new PublishException(_problems);
    }
}
