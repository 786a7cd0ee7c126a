namespace Tmcp.Publisher.Graph;

/// <summary>A secret of a build: a value or a file.</summary>
/// <param name="Name">Its id in the Dockerfile.</param>
/// <param name="Value">Null for a file.</param>
/// <param name="File">Relative to the repository; null for a value.</param>
internal sealed record BuildSecret(string Name, TextTemplate? Value, string? File);
