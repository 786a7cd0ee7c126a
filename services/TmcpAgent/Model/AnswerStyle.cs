namespace Tmcp.Agent.Model;

/// <summary>How the model is to answer.</summary>
/// <param name="Temperature">0 to 2.</param>
/// <param name="SchemaName">Name of the JSON schema, or null for plain text.</param>
/// <param name="Schema">The JSON schema of the answer.</param>
internal sealed record AnswerStyle(float Temperature, string? SchemaName = null, BinaryData? Schema = null);
