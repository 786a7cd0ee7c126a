using Aspire.Hosting.JavaScript;

namespace Tmcp.AppHost.Web;

/// <summary>The packages of every front end: one lock file at the repository's root, so one install.</summary>
internal static class WorkspacePackages
{
    /// <summary>
    /// Lets the application wait for the step that installs what the lock file says and that is not there yet, in place of an installer
    /// of its own: two at a time would be in each other's way. When all is there the step only waits to be started by hand: the front ends are
    /// what a start takes longest for.
    /// </summary>
    internal static IResourceBuilder<T> WithWorkspacePackages<T>(this IResourceBuilder<T> app)
        where T : JavaScriptAppResource
    {
        app.WithNpm(install: false);
        foreach (var own in app.Resource.Annotations.OfType<JavaScriptPackageInstallerAnnotation>())
            app.ApplicationBuilder.Resources.Remove(own.Resource);
        var packages = app.ApplicationBuilder.GetOrAddPackages();
        return packages.Resource.TryGetLastAnnotation<ExplicitStartupAnnotation>(out _) ? app : app.WaitForCompletion(packages);
    }

    private static IResourceBuilder<ExecutableResource> GetOrAddPackages(this IDistributedApplicationBuilder builder)
    {
        if (builder.TryCreateResourceBuilder<ExecutableResource>(Names.Packages, out var known))
            return known;

        var difference = InstalledPackages.FindDifference(Path.GetFullPath("..", builder.AppHostDirectory));
        // Not 'npm ci', which would first delete the programs of this very graph: PocketBase and the orchestrator are packages, too.
        var packages = builder.AddExecutable(Names.Packages, "npm", "..", "install", "--no-save", "--no-audit", "--no-fund")
            .WithAnnotation(new BackingAnnotation(difference is null ? "npm install" : $"npm install: {difference} was not as package-lock.json says"))
            .WithIconName("ArrowDownload")
            .ExcludeFromManifest();
        return difference is null ? packages.WithExplicitStart() : packages;
    }
}
