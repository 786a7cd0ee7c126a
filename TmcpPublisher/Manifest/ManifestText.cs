namespace Tmcp.Publisher.Manifest;

/// <summary>A value as the manifest has it, expressions and all.</summary>
/// <param name="Value">The text.</param>
/// <param name="Path">Where it stands: <c>$.resources.agent.env.PB_URL</c>.</param>
internal sealed record ManifestText(string Value, string Path);
