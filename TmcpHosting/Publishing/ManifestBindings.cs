using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the endpoints of a resource.</summary>
internal static class ManifestBindings
{
    public static void Write(Utf8JsonWriter writer, IResource resource, ManifestPorts ports)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToArray();
        if (endpoints.Length == 0)
            return;

        var withDefault = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        writer.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            var targetPort = TargetPort(resource, endpoint, withDefault, ports);
            writer.WriteStartObject(endpoint.Name);
            writer.WriteString("scheme", endpoint.UriScheme);
            writer.WriteString("protocol", endpoint.Protocol.ToString().ToLowerInvariant());
            writer.WriteString("transport", endpoint.Transport);
            if (PublicPort(endpoint, targetPort, ports) is { } port)
                writer.WriteNumber("port", port);
            if (targetPort is not null)
                writer.WriteNumber("targetPort", targetPort.Value);
            if (endpoint.IsExternal)
                writer.WriteBoolean("external", value: true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The port inside the container; null where the tool that deploys picks it and tells the project.</summary>
    private static int? TargetPort(IResource resource, EndpointAnnotation endpoint, HashSet<string> withDefault, ManifestPorts ports)
    {
        // A project's first endpoint of a scheme is its default one.
        var isDefault = resource is ProjectResource && endpoint.IsHttpScheme && withDefault.Add(endpoint.UriScheme);
        if (endpoint.TargetPort is { } given)
            return given;
        if (resource is ContainerResource && endpoint.Port is { } publicPort)
            return publicPort;
        return isDefault ? null : ports.Allocate();
    }

    /// <summary>The port that others use; null where it is the target port, or the scheme's own.</summary>
    private static int? PublicPort(EndpointAnnotation endpoint, int? targetPort, ManifestPorts ports)
    {
        if (endpoint.Port is { } given)
            return given == targetPort ? null : given;
        return targetPort is not null || endpoint.IsHttpScheme ? null : ports.Allocate();
    }
}
