namespace Tmcp.Publisher.Manifest;

/// <param name="Name">Name of the endpoint.</param>
/// <param name="Path">JSON path.</param>
/// <param name="Scheme">Such as <c>http</c>, <c>tcp</c>, <c>redis</c>.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
/// <param name="Port">Where callers find it; null: the tool that deploys chooses.</param>
/// <param name="TargetPort">Where the process listens; null likewise.</param>
/// <param name="IsExternal">Whether it wishes to be public.</param>
internal sealed record ManifestBinding(string Name, string Path, string Scheme, string Protocol, int? Port, int? TargetPort, bool IsExternal);
