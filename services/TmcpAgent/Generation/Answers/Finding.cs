using System.Text.Json.Nodes;

namespace Tmcp.Agent.Generation.Answers;

/// <summary>Something in an answer that is not as it should be.</summary>
/// <param name="Path">Where, for example <c>angles[2].brief</c>.</param>
/// <param name="Problem">What, for the model to correct and a person to read.</param>
/// <param name="Kind">Whether it can be cut to size.</param>
/// <param name="Value">The text or list that is too long.</param>
/// <param name="Limit">Characters or items that it may have.</param>
internal sealed record Finding(string Path, string Problem, FindingKind Kind = FindingKind.Wrong, JsonNode? Value = null, int Limit = 0)
{
    public override string ToString() => Path.Length == 0 ? Problem : $"{Path}: {Problem}";
}

internal enum FindingKind
{
    Wrong,
    TextTooLong,
    ListTooLong,
}
