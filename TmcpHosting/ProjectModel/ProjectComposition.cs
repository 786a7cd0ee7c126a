using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.ProjectModel;

/// <summary>What a project is made of: launch profile, endpoints, variables.</summary>
internal static class ProjectComposition
{
    public static IResourceBuilder<ProjectResource> Add(
        IDistributedApplicationBuilder application,
        string name,
        IProjectMetadata metadata,
        ProjectResourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(application);
        var project = application.AddResource(new ProjectResource(name)).WithAnnotation(metadata);
        if (options.ExcludeLaunchProfile)
            project.WithAnnotation(new ExcludeLaunchProfileAnnotation());
        else if (options.LaunchProfileName is { } chosen)
            project.WithAnnotation(new LaunchProfileAnnotation(chosen));
        if ((application.Configuration["AppHost:DefaultLaunchProfileName"] ?? application.Configuration["DOTNET_LAUNCH_PROFILE"]) is { Length: > 0 } byDefault)
            project.WithAnnotation(new DefaultLaunchProfileAnnotation(byDefault));

        AddDefaults(project, options);
        return project;
    }

    private static void AddDefaults(IResourceBuilder<ProjectResource> project, ProjectResourceOptions options)
    {
        var application = project.ApplicationBuilder;
        var settings = project.Resource.GetProjectMetadata().ReadLaunchSettings();
        var profile = LaunchProfileChoice.Of(project.Resource, settings);

        project.WithOtlpExporter();
        project.WithEnvironment(context => AddRuntimeVariables(context, application.Environment.IsDevelopment()));
        var kestrel = options.ExcludeKestrelEndpoints ? [] : KestrelEndpoints.Read(project.Resource.GetProjectMetadata().ProjectPath, application.Environment.EnvironmentName);
        if (application.ExecutionContext.IsPublishMode)
        {
            AddPublishedEndpoints(project, kestrel, profile?.Profile);
            
            // Not the callback's own resource: that is a container when the project is published as one.
            project.WithEnvironment(context => ProjectEndpointVariables.AddPublished(context, project.Resource));
            return;
        }

        if (kestrel.Count > 0)
            KestrelEndpoints.Add(project, kestrel);
        else if (profile is not null)
            LaunchProfileEndpoints.Add(project, profile.Profile);
        if (profile is not null)
            AddProfile(project, profile);
        project.WithEnvironment(ProjectEndpointVariables.AddRun);
    }

    private static void AddRuntimeVariables(EnvironmentCallbackContext context, bool isDevelopment)
    {
        var variables = context.EnvironmentVariables;
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        if (context.ExecutionContext.IsPublishMode)
            return;

        if (isDevelopment)
        {
            variables["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true";
            variables["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true";
        }

        // The dashboard shows colours, and its log view wants one entry per line.
        variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
    }

    private static void AddProfile(IResourceBuilder<ProjectResource> project, NamedLaunchProfile profile)
    {
        project.WithEnvironment(context =>
        {
            foreach (var (name, value) in profile.Profile.EnvironmentVariables)
                context.EnvironmentVariables.TryAdd(name, Environment.ExpandEnvironmentVariables(value));
            context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Name);
        });

        var arguments = CommandLine.Split(profile.Profile.CommandLineArgs);
        if (arguments.Count > 0)
            project.WithArgs([.. arguments]);
        if (profile.Profile.LaunchUrl is { Length: > 0 } launchUrl)
            LaunchProfileEndpoints.RewriteUrls(project, launchUrl);
    }

    private static void AddPublishedEndpoints(
        IResourceBuilder<ProjectResource> project,
        IReadOnlyList<KestrelEndpoint> kestrel,
        LaunchProfile? profile)
    {
        // What a service is deployed with does not depend on a developer's ports.
        if (kestrel.Count > 0)
        {
            foreach (var scheme in kestrel.Select(endpoint => endpoint.Scheme).Distinct(StringComparer.Ordinal))
                project.WithEndpoint(scheme: scheme);
        }
        else if (!string.IsNullOrEmpty(profile?.ApplicationUrl))
        {
            project.WithHttpEndpoint().WithHttpsEndpoint();
        }
    }
}
