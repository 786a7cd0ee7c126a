namespace Tmcp.Agent.Bridge;

/// <summary>The bridge could not be used. The message is fit for the caller: what failed, on what, what to do.</summary>
internal sealed class BridgeException(string message, Exception? innerException = null) : Exception(message, innerException);
