using Tmcp.Agent.Bridge;
using Tmcp.Agent.Generation.Events;
using Tmcp.Agent.Model;

namespace Tmcp.Agent.Generation.Runs;

/// <summary>Says what became of a generation.</summary>
internal static class GenerationFailures
{
    /// <summary>The error to show for a failure whose text is fit for the caller; null for any other.</summary>
    public static ErrorEvent? Explain(Exception exception, string step) => exception switch
    {
        GenerationException known => new ErrorEvent(known.Message, known.Step ?? step),
        ModelException or BridgeException or ModelBudgetException => new ErrorEvent(exception.Message, step),
        _ => null,
    };

    public static ErrorEvent Unexpected(Exception exception, string action) => new(
        $"{action} failed unexpectedly ({exception.GetType().Name}). See the agent's log, then ask again.", "Unexpected error");
}
