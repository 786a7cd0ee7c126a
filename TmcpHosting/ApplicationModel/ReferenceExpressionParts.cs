using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An expression while it is put together.</summary>
internal sealed class ReferenceExpressionParts(int literalLength = 0, int valueCount = 0)
{
    private readonly StringBuilder _format = new(literalLength + (valueCount * 4));
    private readonly List<IValueProvider> _values = new(valueCount);
    private readonly List<string?> _stringFormats = new(valueCount);

    public bool IsEmpty => _format.Length == 0;

    /// <summary>Adds plain text; its braces are doubled, because the format string gives single ones a meaning.</summary>
    public void Add(string? text)
    {
        foreach (var c in text ?? "")
        {
            _format.Append(c);
            if (c is '{' or '}')
                _format.Append(c);
        }
    }

    /// <summary>Makes room for a coming string.</summary>
    public ReferenceExpressionParts Expect(int textLength, int count)
    {
        _format.EnsureCapacity(_format.Length + textLength + (count * 4));
        return this;
    }

    /// <summary>Adds a value.</summary>
    public void Add<T>(T value, string? stringFormat)
        where T : IValueProvider, IManifestExpressionProvider => AddAny(value, stringFormat);

    /// <summary>Adds a value that is known to be an <see cref="IManifestExpressionProvider"/> too.</summary>
    public void AddAny(IValueProvider value, string? stringFormat)
    {
        ArgumentNullException.ThrowIfNull(value);
        ReferenceExpressionFormats.ThrowIfUnknown(stringFormat);
        _format.Append('{').Append(_values.Count).Append('}');
        _values.Add(value);
        _stringFormats.Add(stringFormat);
    }

    public ReferenceExpression Build() => ReferenceExpression.Create(_format.ToString(), [.. _values], [.. _stringFormats]);
}
