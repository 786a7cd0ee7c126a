using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;

namespace Aspire.Hosting;

public static partial class JavaScriptHostingExtensions
{
    // Inside the image that is built, whose user this is; never a folder of this machine.
    private const string HomeInImage = "/root";

    /// <summary>Uses npm.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="install">Whether packages are installed before each start. Else the installer is started by hand.</param>
    /// <param name="installCommand">npm's command. Default: <c>install</c>; <c>ci</c> when publishing with a lock file.</param>
    /// <param name="installArgs">Its arguments.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithNpm<TResource>(
        this IResourceBuilder<TResource> resource,
        bool install = true,
        string? installCommand = null,
        string[]? installArgs = null)
        where TResource : JavaScriptAppResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        var hasLock = File.Exists(Path.Combine(resource.Resource.WorkingDirectory, "package-lock.json"));
        var command = installCommand ?? (resource.ApplicationBuilder.ExecutionContext.IsPublishMode && hasLock ? "ci" : "install");
        return resource.UsePackageManager(new JavaScriptPackageManagerAnnotation("npm", "run", $"{HomeInImage}/.npm"), install, [command, .. installArgs ?? []]);
    }

    /// <summary>Uses Yarn.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="install">Whether packages are installed before each start. Else the installer is started by hand.</param>
    /// <param name="installArgs">The arguments of <c>yarn install</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithYarn<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string[]? installArgs = null)
        where TResource : JavaScriptAppResource =>
        resource.UsePackageManager(new JavaScriptPackageManagerAnnotation("yarn", "run") { CommandSeparator = null }, install, ["install", .. installArgs ?? []]);

    /// <summary>Uses pnpm.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="install">Whether packages are installed before each start. Else the installer is started by hand.</param>
    /// <param name="installArgs">The arguments of <c>pnpm install</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithPnpm<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string[]? installArgs = null)
        where TResource : JavaScriptAppResource =>
        resource.UsePackageManager(new JavaScriptPackageManagerAnnotation("pnpm", "run") { CommandSeparator = null }, install, ["install", .. installArgs ?? []]);

    /// <summary>Uses Bun.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="install">Whether packages are installed before each start. Else the installer is started by hand.</param>
    /// <param name="installArgs">The arguments of <c>bun install</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithBun<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string[]? installArgs = null)
        where TResource : JavaScriptAppResource =>
        resource.UsePackageManager(new JavaScriptPackageManagerAnnotation("bun", "run") { CommandSeparator = null }, install, ["install", .. installArgs ?? []]);

    private static IResourceBuilder<T> UsePackageManager<T>(
        this IResourceBuilder<T> app,
        JavaScriptPackageManagerAnnotation manager,
        bool install,
        string[] installArgs)
        where T : JavaScriptAppResource
    {
        ArgumentNullException.ThrowIfNull(app);
        app.WithAnnotation(manager, ResourceAnnotationMutationBehavior.Replace);
        app.WithAnnotation(new JavaScriptInstallCommandAnnotation(installArgs), ResourceAnnotationMutationBehavior.Replace);
        if (app.Resource is not NodeAppResource)
            app.WithCommand(manager.ExecutableName);
        if (app.ApplicationBuilder.ExecutionContext.IsRunMode)
            PackageInstaller.Update(app, install);
        return app;
    }
}
