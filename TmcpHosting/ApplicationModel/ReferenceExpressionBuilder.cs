using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Puts an expression together piece by piece. Not thread-safe.</summary>
public class ReferenceExpressionBuilder
{
    private readonly ReferenceExpressionParts _parts = new();

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _parts.IsEmpty;

    /// <summary>Adds an interpolated string.</summary>
    /// <param name="handler">The string.</param>
#pragma warning disable CA1822 // the handler's constructor takes the instance, so the method has to be an instance method
    public void Append([InterpolatedStringHandlerArgument("")] in ReferenceExpressionBuilderInterpolatedStringHandler handler) =>
        _ = handler; // The handler has written its parts into this builder already.
#pragma warning restore CA1822

    /// <summary>Adds plain text.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _parts.Add(value);
    }

    /// <summary>Adds plain text.</summary>
    /// <param name="value">The text.</param>
    public void AppendFormatted(string? value) => _parts.Add(value);

    /// <summary>Adds plain text in a format.</summary>
    /// <param name="value">The text.</param>
    /// <param name="format"><c>uri</c>, or null.</param>
    public void AppendFormatted(string? value, string? format = null) =>
        _parts.Add(format is null ? value : ReferenceExpressionFormats.Apply(format, value));

    /// <summary>Adds a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="valueProvider">The value.</param>
    public void AppendFormatted<T>(T valueProvider)
        where T : IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider, null);

    /// <summary>Adds a value in a format.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="valueProvider">The value.</param>
    /// <param name="format"><c>uri</c>, or null.</param>
    public void AppendFormatted<T>(T valueProvider, string? format)
        where T : IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider, format);

    /// <summary>Adds text, a value, or the value of a resource.</summary>
    /// <param name="valueProvider">A string, a value, or a resource's builder.</param>
    /// <param name="format"><c>uri</c>, or null.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public void AppendValueProvider(object valueProvider, string? format = null)
    {
        switch (valueProvider is IResourceBuilder<IResource> builder ? builder.Resource : valueProvider)
        {
            case string text:
                AppendFormatted(text, format);
                break;
            case IValueProvider and IManifestExpressionProvider and var value:
                _parts.AddAny((IValueProvider)value, format);
                break;
            default:
                throw new ArgumentException(
                    $"A '{valueProvider?.GetType().Name ?? "null"}' cannot stand in an expression. Pass a string, a value or a resource with one.",
                    nameof(valueProvider));
        }
    }

    /// <summary>Refused by the compiler: a format cannot apply to a whole expression.</summary>
    /// <param name="valueProvider">The expression.</param>
    /// <param name="format">The format.</param>
    [Obsolete("A format applies to single values only: write the values of the inner expression here.", error: true)]
    public void AppendFormatted(ReferenceExpression valueProvider, string format) => AppendFormatted<ReferenceExpression>(valueProvider, format);

    /// <summary>The expression so far.</summary>
    /// <returns>The expression.</returns>
    public ReferenceExpression Build() => _parts.Build();

    /// <summary>Writes an interpolated string into a builder.</summary>
    /// <param name="literalLength">The length of its plain text.</param>
    /// <param name="formattedCount">The number of its values.</param>
    /// <param name="builder">The builder.</param>
    [InterpolatedStringHandler]
    public ref struct ReferenceExpressionBuilderInterpolatedStringHandler(int literalLength, int formattedCount, ReferenceExpressionBuilder builder)
    {
        // The builder's parts grow by what the compiler announces.
        private readonly ReferenceExpressionParts _parts = builder._parts.Expect(literalLength, formattedCount);

        /// <summary>Adds plain text.</summary>
        /// <param name="value">The text.</param>
        public readonly void AppendLiteral(string value) => _parts.Add(value);

        /// <summary>Adds plain text.</summary>
        /// <param name="value">The text.</param>
        public readonly void AppendFormatted(string? value) => _parts.Add(value);

        /// <summary>Adds plain text in a format.</summary>
        /// <param name="value">The text.</param>
        /// <param name="format"><c>uri</c>, or null.</param>
        public readonly void AppendFormatted(string? value, string format) =>
            _parts.Add(ReferenceExpressionFormats.Apply(format, value));

        /// <summary>Refused by the compiler: a format cannot apply to a whole expression.</summary>
        /// <param name="valueProvider">The expression.</param>
        /// <param name="format">The format.</param>
        [Obsolete("A format applies to single values only: write the values of the inner expression here.", error: true)]
        public readonly void AppendFormatted(ReferenceExpression valueProvider, string format) => AppendFormatted<ReferenceExpression>(valueProvider, format);

        /// <summary>Adds a value.</summary>
        /// <typeparam name="T">The value's type.</typeparam>
        /// <param name="valueProvider">The value.</param>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider, null);

        /// <summary>Adds a value in a format.</summary>
        /// <typeparam name="T">The value's type.</typeparam>
        /// <param name="valueProvider">The value.</param>
        /// <param name="format"><c>uri</c>, or null.</param>
        public readonly void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider, format);

        /// <summary>Adds the value of a resource.</summary>
        /// <typeparam name="T">The resource's type.</typeparam>
        /// <param name="valueProvider">The resource.</param>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider.Resource, null);

        /// <summary>Adds the value of a resource in a format.</summary>
        /// <typeparam name="T">The resource's type.</typeparam>
        /// <param name="valueProvider">The resource.</param>
        /// <param name="format"><c>uri</c>, or null.</param>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format)
            where T : IResource, IValueProvider, IManifestExpressionProvider => _parts.Add(valueProvider.Resource, format);
    }
}
