namespace Tmcp.Publisher.Expressions;

/// <summary>A stretch of a manifest's text.</summary>
internal abstract record TextSegment
{
    private TextSegment()
    {
    }

    internal sealed record Literal(string Text) : TextSegment;

    /// <summary>A brace group of the form <c>{name.member}</c>. Whether it is an expression depends on what the manifest holds.</summary>
    /// <param name="Text">All of it, with the braces.</param>
    /// <param name="Resource">What stands before the first dot.</param>
    /// <param name="Members">What stands after it; at least one.</param>
    internal sealed record Group(string Text, string Resource, IReadOnlyList<string> Members) : TextSegment;
}
