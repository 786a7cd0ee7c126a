namespace Tmcp.Publisher.Graph;

/// <summary>
/// A value with what it is made of. Where a part is a secret the whole is secret, whatever the variable is called: a renderer
/// decides by the parts, never by a name.
/// </summary>
/// <param name="Parts">In order; neighbouring literals are one part.</param>
internal sealed record TextTemplate(IReadOnlyList<TextPart> Parts)
{
    /// <summary>Whether any part is a secret.</summary>
    internal bool IsSecret => Parts.Any(part => part is TextPart.Secret);
}

/// <summary>One part of a value.</summary>
internal abstract record TextPart
{
    private TextPart()
    {
    }

    /// <summary>Text that is the same everywhere, resolved service addresses among it.</summary>
    internal sealed record Literal(string Text) : TextPart;

    /// <summary>The value of a parameter that is no secret; an environment may set it.</summary>
    /// <param name="UriEncode">Whether the value is percent-encoded.</param>
    internal sealed record Config(string Parameter, bool UriEncode = false) : TextPart;

    /// <summary>The value of a secret parameter, delivered by a Secret.</summary>
    /// <param name="UriEncode">Whether the value is percent-encoded, by the template of the Secret.</param>
    internal sealed record Secret(string Parameter, bool UriEncode = false) : TextPart;
}
