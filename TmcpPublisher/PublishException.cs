namespace Tmcp.Publisher;

/// <summary>The input cannot be published. Each problem says what, on which thing with its values, and what to write instead.</summary>
internal sealed class PublishException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    internal PublishException(string problem)
        : this([problem])
    {
    }

    /// <summary>At least one.</summary>
    internal IReadOnlyList<string> Problems { get; } = problems;
}
