namespace Tmcp.AppHost.Routes;

/// <summary>
/// A public path of a resource. The local gateway, the cluster's ingress and the network policies read it from here.
/// </summary>
/// <param name="Path">Begins with a slash and does not end with one, such as <c>/pb</c>; <c>/</c> takes what no other route takes.</param>
/// <param name="StripPrefix">Whether the resource sees the path without the prefix.</param>
internal sealed record RouteAnnotation(string Path, bool StripPrefix) : IResourceAnnotation;
