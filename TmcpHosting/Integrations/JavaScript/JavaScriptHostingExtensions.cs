using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds and refines JavaScript applications.</summary>
public static partial class JavaScriptHostingExtensions
{
    /// <summary>Adds an application started by a script of its package.json. It gets no endpoint: see <c>WithHttpEndpoint(env: "PORT")</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The directory of package.json, absolute or relative to the AppHost's.</param>
    /// <param name="runScriptName">The script. Default: <c>dev</c>.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<JavaScriptAppResource> AddJavaScriptApp(
        this IDistributedApplicationBuilder builder,
        string name,
        string appDirectory,
        string runScriptName = "dev")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(appDirectory);
        return AddScriptApp(builder, new JavaScriptAppResource(name, "npm", AppHostPaths.Resolve(builder, appDirectory)), runScriptName);
    }

    /// <summary>
    /// Adds an application served by Vite's development server, or by one that takes <c>--port</c> as Vite does, such as Astro's.
    /// It listens on the endpoint <c>http</c>.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The directory of package.json, absolute or relative to the AppHost's.</param>
    /// <param name="runScriptName">The script. Default: <c>dev</c>.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ViteAppResource> AddViteApp(
        this IDistributedApplicationBuilder builder,
        string name,
        string appDirectory,
        string runScriptName = "dev")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(appDirectory);
        var vite = AddScriptApp(builder, new ViteAppResource(name, "npm", AppHostPaths.Resolve(builder, appDirectory)), runScriptName);
        vite.WithHttpEndpoint(env: "PORT");
        return vite.WithArgs(context =>
        {
            if (!context.ExecutionContext.IsRunMode)
                return;

            ScriptArguments.Of(context.Resource).AppendTo(
                context.Args, "--port", vite.GetEndpoint("http").Property(EndpointProperty.TargetPort));
            if (vite.Resource.TryGetLastAnnotation<ViteConfigAnnotation>(out var config))
                ScriptArguments.Of(context.Resource).AppendTo(context.Args, "--config", config.Path);
        });
    }

    /// <summary>Adds a script run by Node.js. Packages are installed first when there is a package.json.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The directory it starts in, absolute or relative to the AppHost's.</param>
    /// <param name="scriptPath">The script, relative to that directory.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(
        this IDistributedApplicationBuilder builder,
        string name,
        string appDirectory,
        string scriptPath)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(appDirectory);
        ArgumentException.ThrowIfNullOrEmpty(scriptPath);
        var directory = AppHostPaths.Resolve(builder, appDirectory);
        var app = builder.AddResource(new NodeAppResource(name, "node", directory));
        AddDefaults(app);
        app.WithArgs(context =>
        {
            if (!context.ExecutionContext.IsRunMode)
                return;

            // A run script chosen later takes the place of the file.
            if (app.Resource.HasAnnotationOfType<JavaScriptRunScriptAnnotation>())
                ScriptLaunch.Apply(app.Resource, context);
            else
                context.Args.Add(scriptPath);
        });
        return File.Exists(Path.Combine(directory, PackageJson.FileName)) ? app.WithNpm() : app;
    }

    /// <summary>Chooses the script that runs the application.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="scriptName">Its name in package.json.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithRunScript<TResource>(this IResourceBuilder<TResource> resource, string scriptName, string[]? args = null)
        where TResource : JavaScriptAppResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentException.ThrowIfNullOrEmpty(scriptName);
        return resource.WithAnnotation(new JavaScriptRunScriptAnnotation(scriptName, args), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Chooses the script that builds the application for publishing.</summary>
    /// <typeparam name="TResource">The application's type.</typeparam>
    /// <param name="resource">The application.</param>
    /// <param name="scriptName">Its name in package.json.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TResource> WithBuildScript<TResource>(this IResourceBuilder<TResource> resource, string scriptName, string[]? args = null)
        where TResource : JavaScriptAppResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentException.ThrowIfNullOrEmpty(scriptName);
        return resource.WithAnnotation(new JavaScriptBuildScriptAnnotation(scriptName, args), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Chooses Vite's configuration file.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="configPath">The file, relative to the application's directory.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ViteAppResource> WithViteConfig(this IResourceBuilder<ViteAppResource> builder, string configPath)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(configPath);
        return builder.WithAnnotation(new ViteConfigAnnotation(configPath), ResourceAnnotationMutationBehavior.Replace);
    }

    private static IResourceBuilder<T> AddScriptApp<T>(IDistributedApplicationBuilder builder, T resource, string runScriptName)
        where T : JavaScriptAppResource
    {
        ArgumentException.ThrowIfNullOrEmpty(runScriptName);
        var app = builder.AddResource(resource);
        AddDefaults(app);
        app.WithRunScript(runScriptName).WithBuildScript("build");
        app.WithArgs(context => ScriptLaunch.Apply(resource, context));
        return app.WithNpm();
    }

    private static void AddDefaults<T>(IResourceBuilder<T> app)
        where T : JavaScriptAppResource
    {
        var isDevelopment = app.ApplicationBuilder.Environment.IsDevelopment();
        app.WithOtlpExporter();
        app.WithEnvironment("NODE_ENV", isDevelopment ? "development" : "production");
        app.WithIconName("CodeJsRectangle");
        app.PublishAsDockerFile();
    }
}
