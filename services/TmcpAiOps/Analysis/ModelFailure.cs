namespace Tmcp.AiOps.Analysis;

/// <summary>The model gave no usable answer. The message is short and fit for the Discord message.</summary>
/// <param name="kind">For metrics: away, timeout, refused, nonsense, too_large, budget, busy, resting.</param>
/// <param name="message">In words.</param>
internal sealed class ModelFailure(string kind, string message) : Exception(message)
{
    public string Kind { get; } = kind;
}
