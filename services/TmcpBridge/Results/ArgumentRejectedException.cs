namespace Tmcp.Bridge.Results;

/// <summary>An argument is missing or of the wrong type: the result is marked as an error.</summary>
internal sealed class ArgumentRejectedException(string message) : Exception(message);
