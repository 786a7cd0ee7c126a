namespace Tmcp.Agent.Model;

/// <summary>The model could not answer. The message is fit for the caller: what failed, on what, what to do.</summary>
/// <param name="message">Fit for the caller; never part of a prompt.</param>
/// <param name="transient">Whether trying again may help.</param>
/// <param name="innerException">The cause.</param>
internal sealed class ModelException(string message, bool transient, Exception? innerException = null) : Exception(message, innerException)
{
    public bool Transient { get; } = transient;
}
