namespace Tmcp.AiOps.Intake;

/// <summary>The body is not what it should be. The message says what, where and what to send instead.</summary>
internal sealed class BodyException(string message) : Exception(message);
