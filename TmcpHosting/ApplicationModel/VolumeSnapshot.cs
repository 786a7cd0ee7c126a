namespace Aspire.Hosting.ApplicationModel;

/// <summary>A volume or a mounted directory.</summary>
/// <param name="Source">The volume's name or the directory.</param>
/// <param name="Target">The path in the container.</param>
/// <param name="MountType"><c>volume</c> or <c>bind</c>.</param>
/// <param name="IsReadOnly">Whether the container may not write.</param>
public sealed record VolumeSnapshot(string? Source, string Target, string MountType, bool IsReadOnly);
