namespace Tmcp.Publisher.Graph;

/// <param name="Name">Name of the volume.</param>
/// <param name="MountPath">Absolute path in the container.</param>
/// <param name="Claim">Name of the PersistentVolumeClaim; null: an <c>emptyDir</c>.</param>
/// <param name="Size">Kubernetes quantity.</param>
internal sealed record PersistentVolume(string Name, string MountPath, string? Claim, string Size, bool ReadOnly);
