namespace Tmcp.Publisher.Graph;

/// <summary>Files of another image that a build takes over.</summary>
/// <param name="From">Repository of that image, without the registry.</param>
/// <param name="Sources">Paths in it.</param>
/// <param name="Destination">Folder in the image that is built, relative to its working directory or absolute.</param>
internal sealed record CopiedFiles(string From, IReadOnlyList<string> Sources, string Destination);
