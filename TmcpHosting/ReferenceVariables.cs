using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The variables a reference writes into the resource that refers.</summary>
internal static class ReferenceVariables
{
    /// <summary>Which variables the resource wants.</summary>
    public static ReferenceEnvironmentInjectionFlags FlagsOf(IResource resource) =>
        resource.TryGetLastAnnotation<ReferenceEnvironmentInjectionAnnotation>(out var chosen) ? chosen.Flags : ReferenceEnvironmentInjectionFlags.All;

    /// <summary>
    /// A name as an identifier that shells and configuration accept: <c>back-end</c> becomes <c>back_end</c>, <c>2nd</c> becomes <c>_2nd</c>.
    /// </summary>
    public static string Encode(string name)
    {
        var encoded = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return encoded.Length > 0 && char.IsAsciiDigit(encoded[0]) ? $"_{encoded}" : encoded;
    }

    public static void AddConnectionString(Dictionary<string, object> variables, IResourceWithConnectionString resource, string name, bool optional) =>
        variables[resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}"] = new ConnectionStringReference(resource, optional);

    public static void AddConnectionProperties(Dictionary<string, object> variables, IResourceWithConnectionString resource, string name)
    {
        var prefix = name.Length == 0 ? "" : $"{Upper(name)}_";
        foreach (var (property, value) in ConnectionPropertiesOf(resource))
            variables[$"{prefix}{Upper(property)}"] = value;
    }

    /// <summary>The connection properties of a resource, those added to it in the AppHost winning.</summary>
    public static IReadOnlyDictionary<string, ReferenceExpression> ConnectionPropertiesOf(IResourceWithConnectionString resource)
    {
        var properties = new Dictionary<string, ReferenceExpression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in resource.GetConnectionProperties())
            properties[name] = value;
        foreach (var added in resource.Annotations.OfType<ConnectionPropertyAnnotation>())
            properties[added.Name] = added.Value;
        return properties;
    }

    public static void AddEndpoints(EnvironmentCallbackContext context, IResource destination, EndpointReferenceAnnotation reference)
    {
        var flags = FlagsOf(destination);
        var name = reference.GivenName ?? reference.Resource.Name;

        // A name given in the AppHost is used as it was written; the resource's own name becomes upper case.
        var variablePrefix = reference.GivenName is null ? Upper(name) : Encode(name);
        foreach (var endpoint in reference.Resource.GetEndpoints().Where(endpoint => IsReferenced(reference, endpoint)))
        {
            if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.Endpoints))
                context.EnvironmentVariables[$"{variablePrefix}_{Upper(endpoint.EndpointName)}"] = endpoint;
            if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.ServiceDiscovery))
                AddDiscovery(context.EnvironmentVariables, name, endpoint.IsHttpSchemeNamedEndpoint ? endpoint.Scheme : endpoint.EndpointName, endpoint);
        }
    }

    public static async Task AddExternalServiceAsync(EnvironmentCallbackContext context, IResource destination, ExternalServiceResource service)
    {
        var variable = Upper(service.Name);
        if (service.Uri is { } uri)
        {
            AddUrl(context, destination, service.Name, uri.Scheme, variable, uri.ToString());
        }
        else if (context.ExecutionContext.IsPublishMode)
        {
            // The parameter has no value yet, hence no scheme either.
            AddUrl(context, destination, service.Name, "default", variable, service.UrlParameter!);
        }
        else
        {
            var url = await service.GetUrlAsync(context.CancellationToken).ConfigureAwait(false);
            AddUrl(context, destination, service.Name, url.Scheme, $"{variable}_{url.Scheme.ToUpperInvariant()}", service.UrlParameter!);
        }
    }

    public static void AddUrl(EnvironmentCallbackContext context, IResource destination, string name, string segment, string variable, object url)
    {
        var flags = FlagsOf(destination);
        if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.ServiceDiscovery))
            context.EnvironmentVariables[$"services__{name}__{segment}__0"] = url;
        if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.Endpoints))
            context.EnvironmentVariables[variable] = url;
    }

    private static bool IsReferenced(EndpointReferenceAnnotation reference, EndpointReference endpoint) =>
        reference.EndpointNames.Contains(endpoint.EndpointName) || (reference.UseAllEndpoints && !endpoint.ExcludeReferenceEndpoint);

    private static void AddDiscovery(Dictionary<string, object> variables, string name, string segment, EndpointReference endpoint)
    {
        var index = 0;
        while (!variables.TryAdd($"services__{name}__{segment}__{index}", endpoint))
            index++;
    }

    private static string Upper(string name) => Encode(name).ToUpperInvariant();
}
