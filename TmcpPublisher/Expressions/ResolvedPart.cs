namespace Tmcp.Publisher.Expressions;

/// <summary>One part of a value after its expressions were followed.</summary>
internal abstract record ResolvedPart
{
    private ResolvedPart()
    {
    }

    internal sealed record Literal(string Text) : ResolvedPart;

    /// <summary>The value of a parameter.</summary>
    internal sealed record Input(string Parameter, bool IsSecret, bool UriEncode) : ResolvedPart;

    /// <summary>A fact of an endpoint, as callers in the cluster see it.</summary>
    /// <param name="Resource">Whose endpoint it is.</param>
    /// <param name="Port">Name of the port.</param>
    internal sealed record Address(string Resource, string Port, string Text) : ResolvedPart;

    /// <summary>An <c>https</c> endpoint beside an <c>http</c> one: nothing in the cluster serves it.</summary>
    /// <param name="Expression">As it was written.</param>
    internal sealed record NoTls(string Expression) : ResolvedPart;
}
