namespace Aspire.Hosting.ApplicationModel;

/// <summary>An environment variable. Not a record: its text form must not show the value.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
/// <param name="isSecret">Whether a secret parameter is part of the value.</param>
internal sealed class EvaluatedVariable(string name, string value, bool isSecret)
{
    public string Name { get; } = name;

    public string Value { get; } = value;

    public bool IsSecret { get; } = isSecret;

    public override string ToString() => Name;
}
