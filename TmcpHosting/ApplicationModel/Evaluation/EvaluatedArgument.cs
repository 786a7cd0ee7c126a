namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command-line argument. Not a record: its text form must not show the value.</summary>
/// <param name="value">Its value.</param>
/// <param name="isSensitive">Whether a secret parameter is part of the value.</param>
internal sealed class EvaluatedArgument(string value, bool isSensitive)
{
    public string Value { get; } = value;

    public bool IsSensitive { get; } = isSensitive;

    public override string ToString() => IsSensitive ? "(secret)" : "(argument)";
}
