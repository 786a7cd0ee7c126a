namespace Tmcp.Publisher.Graph;

/// <param name="Name">Name of the volume and stem of the ConfigMap.</param>
/// <param name="MountPath">Absolute path in the container, of a folder, or of the file when there is one file and <paramref name="IsFile"/>.</param>
/// <param name="Files">Key to content.</param>
internal sealed record ConfigFiles(string Name, string MountPath, bool IsFile, IReadOnlyDictionary<string, string> Files);
