using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ProjectModel;

/// <summary>The variables that tell an ASP.NET Core project where to listen.</summary>
internal static class ProjectEndpointVariables
{
    private const string Urls = "ASPNETCORE_URLS";

    /// <summary>In run mode: full addresses, with the port of this one process.</summary>
    public static void AddRun(EnvironmentCallbackContext context)
    {
        var project = (ProjectResource)context.Resource;
        foreach (var endpoint in project.GetEndpoints().Where(endpoint => endpoint.EndpointAnnotation.KestrelKey is not null))
            context.EnvironmentVariables[$"Kestrel__Endpoints__{endpoint.EndpointAnnotation.KestrelKey}__Url"] = Join([endpoint], Address);

        var listening = TargetsOf(project).ToArray();
        if (listening.Length > 0)
            context.EnvironmentVariables.TryAdd(Urls, Join(listening, Address));
        if (listening.FirstOrDefault(endpoint => endpoint.IsHttps) is { } https)
            context.EnvironmentVariables.TryAdd("ASPNETCORE_HTTPS_PORT", https.Property(EndpointProperty.Port));
    }

    /// <summary>In a manifest: the ports, which the tool that deploys it fills in.</summary>
    public static void AddPublished(EnvironmentCallbackContext context, ProjectResource project)
    {
        if (!project.HasAnnotationOfType<DisableForwardedHeadersAnnotation>())
            context.EnvironmentVariables.TryAdd("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");

        foreach (var (scheme, variable) in (ReadOnlySpan<(string, string)>)[("http", "HTTP_PORTS"), ("https", "HTTPS_PORTS")])
        {
            var endpoints = TargetsOf(project).Where(endpoint => endpoint.Scheme == scheme).ToArray();
            if (endpoints.Length > 0)
                context.EnvironmentVariables.TryAdd(variable, Join(endpoints, (text, endpoint) => text.AppendFormatted(endpoint.Property(EndpointProperty.TargetPort))));
        }
    }

    private static IEnumerable<EndpointReference> TargetsOf(ProjectResource project) => project.GetEndpoints().Where(endpoint =>
        endpoint.EndpointAnnotation.IsHttpScheme && project.IncludesEndpointInEnvironment(endpoint.EndpointAnnotation));

    private static void Address(ReferenceExpressionBuilder text, EndpointReference endpoint)
    {
        text.AppendLiteral($"{endpoint.Scheme}://{endpoint.EndpointAnnotation.TargetHost}:");
        text.AppendFormatted(endpoint.Property(EndpointProperty.TargetPort));
    }

    private static ReferenceExpression Join(IEnumerable<EndpointReference> endpoints, Action<ReferenceExpressionBuilder, EndpointReference> append)
    {
        var text = new ReferenceExpressionBuilder();
        foreach (var endpoint in endpoints)
        {
            if (!text.IsEmpty)
                text.AppendLiteral(";");
            append(text, endpoint);
        }

        return text.Build();
    }
}
