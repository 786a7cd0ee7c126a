namespace Tmcp.Agent.Generation.Runs;

/// <summary>A generation cannot go on. The message is fit for the caller: what failed, on what, what to do.</summary>
/// <param name="message">Fit for the caller.</param>
/// <param name="step">The part that failed, when it is another than the one at work.</param>
internal sealed class GenerationException(string message, string? step = null) : Exception(message)
{
    public string? Step => step;
}
