using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>
/// Values as a manifest has them: text, or expressions such as <c>{cache.bindings.tcp.host}</c>. What a value is at run time is never asked for.
/// </summary>
internal sealed class ManifestExpressions
{
    private readonly Dictionary<string, string> _encoded = new(StringComparer.Ordinal);

    /// <summary>Texts to be escaped for a URL, and the name of the entry that stands for each.</summary>
    public IReadOnlyDictionary<string, string> Encoded => _encoded;

    /// <summary>The text of a value; null for null.</summary>
    /// <param name="value">The value, as a callback wrote it.</param>
    /// <param name="place">Where it stands, for the error.</param>
    /// <exception cref="DistributedApplicationException">The value has no form in a manifest.</exception>
    public string? TextOf(object? value, string place) => value switch
    {
        null => null,
        string text => text,
        IResourceBuilder<IResource> builder => TextOf(builder.Resource, place),
        ReferenceExpression expression => TextOf(expression, place),
        IManifestExpressionProvider provider => provider.ValueExpression,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new DistributedApplicationException(
            $"{place} is a '{value.GetType().Name}', which has no form in a manifest. Write a string, a number or a value such as an endpoint or a parameter."),
    };

    private string TextOf(ReferenceExpression expression, string place)
    {
        if (expression.IsConditional)
            return TextOf(expression.Chosen, place);

        var parts = new object?[expression.ValueProviders.Count];
        for (var index = 0; index < parts.Length; index++)
        {
            var text = TextOf(expression.ValueProviders[index], place);
            parts[index] = expression.StringFormats[index] is null ? text : Encode(text);
        }

        return string.Format(CultureInfo.InvariantCulture, expression.Format, parts);
    }

    // Escaping needs the value, which only the tool that deploys has: the manifest tells it to.
    private string? Encode(string? text)
    {
        if (text is null || !text.Contains('{', StringComparison.Ordinal))
            return text is null ? null : Uri.EscapeDataString(text);
        if (!_encoded.TryGetValue(text, out var name))
            _encoded[text] = name = FreeName(text);
        return $"{{{name}.value}}";
    }

    /// <summary><c>{password.value}</c> becomes <c>password-uri-encoded</c>, anything else keeps all its words.</summary>
    private string FreeName(string text)
    {
        var words = ManifestText.Slug(text);
        var stem = text == $"{{{text.Trim('{', '}')}}}" && words.EndsWith("-value", StringComparison.Ordinal) ? words[..^"-value".Length] : words;
        var name = $"{stem}-uri-encoded";
        for (var number = 2; _encoded.ContainsValue(name); number++)
            name = $"{stem}-uri-encoded-{number}";
        return name;
    }
}
