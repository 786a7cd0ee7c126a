using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ProjectModel;

/// <summary>The endpoints that a launch profile asks for.</summary>
internal static class LaunchProfileEndpoints
{
    /// <summary>One endpoint per URL, named after the scheme: <c>http</c>, <c>https</c>, then <c>http2</c>…</summary>
    public static void Add(IResourceBuilder<ProjectResource> project, LaunchProfile profile)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in (profile.ApplicationUrl ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var url = Parse(project.Resource.Name, text);
            var count = seen[url.Scheme] = seen.GetValueOrDefault(url.Scheme) + 1;
            project.WithEndpoint(count == 1 ? url.Scheme : $"{url.Scheme}{count}", endpoint =>
            {
                endpoint.UriScheme = url.Scheme;
                endpoint.Port = url.Port == 0 ? null : url.Port;
                endpoint.TargetHost = url.Host is "0.0.0.0" or "[::]" or "any" ? "*" : url.Host;
            });
        }
    }

    /// <summary>Shows the page that the profile opens instead of the root.</summary>
    public static void RewriteUrls(IResourceBuilder<ProjectResource> project, string launchUrl) => project.WithUrls(context =>
    {
        foreach (var url in context.Urls.Where(url => url.Endpoint is { EndpointAnnotation.IsHttpScheme: true }))
            url.Url = new Uri(new Uri(url.Url), launchUrl).ToString();
    });

    // http://*:5000 and http://+:5000 are addresses to listen on, not URLs: Uri does not read them.
    private static Uri Parse(string resource, string text) => Uri.TryCreate(text.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var url)
        ? url
        : throw new DistributedApplicationException(
            $"The applicationUrl '{text}' in the launch profile of project '{resource}' is not a URL. Write it as 'http://localhost:5000'.");
}
