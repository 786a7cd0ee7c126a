namespace Aspire.Hosting.Orchestration;

/// <summary>Why a run ended that nobody has ended; whoever runs the application turns it into a message and an exit code.</summary>
internal sealed class OrchestrationFailure
{
    private string? _message;

    /// <summary>What happened and what to do; null while all is well.</summary>
    public string? Message => Volatile.Read(ref _message);

    /// <summary>Notes the first failure; later ones follow from it.</summary>
    public void Report(string message) => Interlocked.CompareExchange(ref _message, message, null);
}
