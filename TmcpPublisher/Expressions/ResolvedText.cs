namespace Tmcp.Publisher.Expressions;

/// <summary>A value after its expressions were followed.</summary>
internal sealed class ResolvedText(IReadOnlyList<ResolvedPart> parts)
{
    internal static ResolvedText Empty { get; } = new([]);

    internal IReadOnlyList<ResolvedPart> Parts => parts;

    /// <summary>Whether it is an endpoint that nothing in the cluster serves, and nothing else.</summary>
    internal bool IsNoTls => parts is [ResolvedPart.NoTls];

    internal int Length { get; } = parts.Sum(part => part switch
    {
        ResolvedPart.Literal literal => literal.Text.Length,
        ResolvedPart.Address address => address.Text.Length,
        _ => 1,
    });
}
