namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>The engine cannot be had or cannot run here; the message is one sentence for the person at the console.</summary>
internal sealed class EngineException : Exception
{
    public EngineException(string message)
        : base(message)
    {
    }

    public EngineException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
