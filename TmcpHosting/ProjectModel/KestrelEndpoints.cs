using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ProjectModel;

/// <summary>The endpoints in a project's appsettings; they win over those of the launch profile, as they do when the project runs alone.</summary>
internal static class KestrelEndpoints
{
    public static IReadOnlyList<KestrelEndpoint> Read(string projectPath, string environmentName)
    {
        var directory = Path.GetDirectoryName(projectPath);
        if (directory is null || !Directory.Exists(directory))
            return [];

        using var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(directory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(directory, $"appsettings.{environmentName}.json"), optional: true);
        return [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Where(section => !string.IsNullOrEmpty(section["Url"])).Select(Parse)];
    }

    /// <summary>Adds them, and tells the project the port to listen on in place of the one it has written down.</summary>
    public static void Add(IResourceBuilder<ProjectResource> project, IReadOnlyList<KestrelEndpoint> endpoints)
    {
        foreach (var kestrel in endpoints)
        {
            project.WithEndpoint(kestrel.Key.ToLowerInvariant(), endpoint =>
            {
                endpoint.UriScheme = kestrel.Scheme;
                endpoint.Port = kestrel.Port;
                endpoint.KestrelKey = kestrel.Key;
            });
        }
    }

    private static KestrelEndpoint Parse(IConfigurationSection section)
    {
        var address = BindingAddress.Parse(section["Url"]!);
        return new KestrelEndpoint(section.Key, address.Scheme, address.Port == 0 ? null : address.Port);
    }
}
