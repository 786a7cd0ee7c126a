namespace Tmcp.Publisher.Graph;

/// <summary>A public path.</summary>
/// <param name="Path">Such as <c>/pb</c>, or <c>/</c> for what no other route takes.</param>
/// <param name="StripPrefix">Whether the workload sees the path without the prefix.</param>
/// <param name="Port">Name of the port.</param>
internal sealed record Route(string Path, bool StripPrefix, string Port);
