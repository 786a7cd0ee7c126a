using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Execution.Endpoints;

namespace Aspire.Hosting.Orchestration.Execution.Launch;

/// <summary>What an ASP.NET Core project is told without being asked: where to listen and how to write to its console.</summary>
internal static class ProjectEnvironment
{
    public static void Add(Dictionary<string, string> environment, ProjectResource project, IEnumerable<ServicePlan> services, bool isDevelopment)
    {
        var web = services.Where(service => service.Endpoint.IsHttpScheme && project.IncludesEndpointInEnvironment(service.Endpoint)).ToList();
        if (web.Count > 0)
            environment.TryAdd("ASPNETCORE_URLS", string.Join(';', web.Select(Url)));
        if (web.FirstOrDefault(service => service.Endpoint.UriScheme == "https")?.Endpoint.AllocatedEndpoint is { } https)
            environment.TryAdd("ASPNETCORE_HTTPS_PORT", $"{https.Port}");

        environment.TryAdd("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        environment.TryAdd("LOGGING__CONSOLE__FORMATTERNAME", "simple");
        environment.TryAdd("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "true");
        if (!isDevelopment)
            return;
        environment.TryAdd("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true");
        environment.TryAdd("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true");
    }

    private static string Url(ServicePlan service) => $"{service.Endpoint.UriScheme}://{service.Endpoint.TargetHost}:{service.TargetPortText}";
}
