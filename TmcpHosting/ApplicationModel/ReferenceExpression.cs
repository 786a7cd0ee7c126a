using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with values in it that are known only later, or a choice between two such texts. Immutable.</summary>
[DebuggerDisplay("{ValueExpression}")]
[SuppressMessage("Usage", "MA0061", Justification = "Aspire declares the tokens without a default")]
public partial class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    /// <summary>The empty text.</summary>
    public static readonly ReferenceExpression Empty = new("", [], []);

    private readonly IManifestExpressionProvider[] _manifestProviders;

    private ReferenceExpression(string format, IValueProvider[] valueProviders, string?[] stringFormats)
    {
        Format = format;
        ValueProviders = valueProviders;
        StringFormats = stringFormats;
        _manifestProviders = [.. valueProviders.Cast<IManifestExpressionProvider>()];
    }

    private ReferenceExpression(IValueProvider condition, string matchValue, ReferenceExpression whenTrue, ReferenceExpression whenFalse)
        : this("", [], [])
    {
        Condition = condition;
        MatchValue = matchValue;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    /// <summary>The text with <c>{0}</c>, <c>{1}</c>… in place of the values; braces of the text itself are doubled.</summary>
    public string Format { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <summary>The values as they stand in a manifest.</summary>
    public IReadOnlyList<string> ManifestExpressions => [.. _manifestProviders.Select(provider => provider.ValueExpression)];

    /// <summary>How each value is formatted: null as it is, <c>uri</c> escaped for a URL.</summary>
    public IReadOnlyList<string?> StringFormats { get; }

    /// <summary>Whether this is a choice.</summary>
    public bool IsConditional => Condition is not null;

    /// <summary>The value that decides a choice.</summary>
    public IValueProvider? Condition { get; }

    /// <summary>What <see cref="Condition"/> is compared with, without regard to case.</summary>
    public string? MatchValue { get; }

    /// <summary>The text when they are equal.</summary>
    public ReferenceExpression? WhenTrue { get; }

    /// <summary>The text when they are not.</summary>
    public ReferenceExpression? WhenFalse { get; }

    /// <summary>The text with the values' manifest expressions in it.</summary>
    public string ValueExpression => IsConditional
        ? Chosen.ValueExpression
        : string.Format(Format, [.. ManifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => IsConditional ? [Condition!, WhenTrue!, WhenFalse!] : ValueProviders;

    /// <summary>Makes an expression of an interpolated string.</summary>
    /// <param name="handler">The string: <c>$"http://{endpoint.Property(EndpointProperty.Host)}/"</c>.</param>
    /// <returns>The expression.</returns>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    /// <summary>Makes a choice between two expressions, taken each time the value is read.</summary>
    /// <param name="condition">What decides.</param>
    /// <param name="matchValue">What it is compared with, without regard to case.</param>
    /// <param name="whenTrue">The text when they are equal.</param>
    /// <param name="whenFalse">The text when they are not.</param>
    /// <returns>The expression.</returns>
    public static ReferenceExpression CreateConditional(
        IValueProvider condition,
        string matchValue,
        ReferenceExpression whenTrue,
        ReferenceExpression whenFalse)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentException.ThrowIfNullOrEmpty(matchValue);
        ArgumentNullException.ThrowIfNull(whenTrue);
        ArgumentNullException.ThrowIfNull(whenFalse);
        return new ReferenceExpression(condition, matchValue, whenTrue, whenFalse);
    }

    /// <summary>The text for a process on this machine; waits until every value is known.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text; null when it is a single value that is null.</returns>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) =>
        GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <summary>The text as the given caller has to use it; waits until every value is known.</summary>
    /// <param name="context">Who asks, and from which network.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text; null when it is a single value that is null.</returns>
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        if (IsConditional)
        {
            var decider = await Condition!.GetValueAsync(context, cancellationToken).ConfigureAwait(false);
            return await Branch(ConditionHolds(decider)).GetValueAsync(context, cancellationToken).ConfigureAwait(false);
        }

        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = await ValueProviders[i].GetValueAsync(context, cancellationToken).ConfigureAwait(false);
            values[i] = StringFormats[i] is null ? value : ReferenceExpressionFormats.Apply(StringFormats[i]!, value);
        }

        return Format == "{0}" ? (string?)values[0] : string.Format(Format, values);
    }

    internal static ReferenceExpression Create(string format, IValueProvider[] valueProviders, string?[] stringFormats) =>
        new(format, valueProviders, stringFormats);

    /// <summary>In a manifest, the one of the two that a choice stands for.</summary>
    internal ReferenceExpression Chosen => Branch(ConditionHolds(ConstantCondition()));

    private bool ConditionHolds(string? value) => string.Equals(value, MatchValue, StringComparison.OrdinalIgnoreCase);

    private ReferenceExpression Branch(bool holds) => holds ? WhenTrue! : WhenFalse!;

    // A manifest has no choices: what decides must be known while it is written, as whether an endpoint speaks TLS is.
    private string? ConstantCondition()
    {
        var pending = Condition!.GetValueAsync(CancellationToken.None);
        return pending.IsCompletedSuccessfully
            ? pending.Result
            : throw new InvalidOperationException(
                $"The choice on '{(Condition as IManifestExpressionProvider)?.ValueExpression ?? Condition.ToString()}' cannot stand in a manifest: "
                + "its value is not known before the application runs. Decide on something that is known in the model.");
    }
}
