namespace Tmcp.Bridge.Results;

/// <summary>Ends a call from any depth; the caller reads the message as text behind <c>Error: </c>. Never carries a secret.</summary>
internal sealed class CallFailedException(string message) : Exception(message);
