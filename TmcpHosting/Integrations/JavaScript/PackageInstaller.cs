using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

/// <summary>The resource that installs an application's packages before it starts.</summary>
internal static class PackageInstaller
{
    /// <summary>Adds it, or brings the one that is there in line with the package manager chosen now.</summary>
    public static void Update<T>(IResourceBuilder<T> app, bool install)
        where T : JavaScriptAppResource
    {
        var installer = FindOrAdd(app);
        var command = app.Resource.Annotations.OfType<JavaScriptInstallCommandAnnotation>().Last();
        var manager = app.Resource.Annotations.OfType<JavaScriptPackageManagerAnnotation>().Last();
        installer.WithCommand(manager.ExecutableName);
        Remove<CommandLineArgsCallbackAnnotation>(installer.Resource, _ => true);
        installer.WithArgs(command.Args);

        Remove<ExplicitStartupAnnotation>(installer.Resource, _ => true);
        Remove<WaitAnnotation>(app.Resource, wait => ReferenceEquals(wait.Resource, installer.Resource));
        Remove<ResourceRelationshipAnnotation>(
            app.Resource, relation => ReferenceEquals(relation.Resource, installer.Resource) && relation.Type == KnownRelationshipTypes.WaitFor);
        if (install)
            app.WaitForCompletion(installer);
        else
            installer.WithExplicitStart();
    }

    private static IResourceBuilder<ExecutableResource> FindOrAdd<T>(IResourceBuilder<T> app)
        where T : JavaScriptAppResource
    {
        if (app.Resource.TryGetLastAnnotation<JavaScriptPackageInstallerAnnotation>(out var existing))
            return app.ApplicationBuilder.CreateResourceBuilder(existing.Resource);

        var installer = app.ApplicationBuilder
            .AddResource<ExecutableResource>(new JavaScriptInstallerResource($"{app.Resource.Name}-installer", app.Resource.WorkingDirectory))
            .WithParentRelationship(app.Resource)
            .WithIconName("ArrowDownload")
            .ExcludeFromManifest();
        app.WithAnnotation(new JavaScriptPackageInstallerAnnotation(installer.Resource));
        return installer;
    }

    private static void Remove<TAnnotation>(IResource resource, Func<TAnnotation, bool> condition)
        where TAnnotation : IResourceAnnotation
    {
        foreach (var annotation in resource.Annotations.OfType<TAnnotation>().Where(condition).ToArray())
            resource.Annotations.Remove(annotation);
    }
}
