using Aspire.Hosting.JavaScript;

namespace Tmcp.AppHost.Web;

/// <summary>The packages of every front end: one lock file at the repository's root, so one install.</summary>
internal static class WorkspacePackages
{
    /// <summary>
    /// Lets the application wait for the step that installs what the lock file says and that is not there yet, in place of an installer
    /// of its own: two at a time would be in each other's way. The step is in the dashboard with its log.
    /// </summary>
    internal static IResourceBuilder<T> WithWorkspacePackages<T>(this IResourceBuilder<T> app)
        where T : JavaScriptAppResource
    {
        app.WithNpm(install: false);
        foreach (var own in app.Resource.Annotations.OfType<JavaScriptPackageInstallerAnnotation>())
            app.ApplicationBuilder.Resources.Remove(own.Resource);
        return app.WaitForCompletion(app.ApplicationBuilder.GetOrAddPackages());
    }

    private static IResourceBuilder<ExecutableResource> GetOrAddPackages(this IDistributedApplicationBuilder builder) =>
        builder.TryCreateResourceBuilder<ExecutableResource>(Names.Packages, out var packages)
            ? packages
            : builder.AddExecutable(Names.Packages, "node", "..", "build/packages.mjs")
                .WithAnnotation(new BackingAnnotation("npm, when package-lock.json says something else than node_modules"))
                .WithIconName("BoxArrowDown")
                .ExcludeFromManifest();
}
