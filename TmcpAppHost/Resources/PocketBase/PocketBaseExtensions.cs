using Tmcp.AppHost.Containers;
using Tmcp.AppHost.PocketBase;

namespace Tmcp.AppHost;

/// <summary>PocketBase in the graph.</summary>
internal static class PocketBaseExtensions
{
    private const int PublicPort = 8090;

    /// <summary>
    /// Adds PocketBase with the collections and hooks of <c>pocketbase/</c>: its own program in a local run, its image in the
    /// cluster and with <c>--containers always</c>.
    /// </summary>
    internal static IResourceBuilder<IPocketBaseResource> AddPocketBase(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource> adminEmail,
        IResourceBuilder<ParameterResource> adminPassword)
    {
        var options = builder.GetTmcpOptions();
        var inContainer = builder.ExecutionContext.IsPublishMode || options.Containers == ContainerMode.Always;
        IResourceBuilder<IPocketBaseResource> pocketbase = inContainer
            ? builder.AddPocketBaseContainer(name, options, adminEmail.Resource, adminPassword.Resource)
            : builder.AddPocketBaseProgram(name, options, adminEmail.Resource, adminPassword.Resource);

        return pocketbase
            .WithEnvironment("PB_ADMIN_EMAIL", adminEmail)
            .WithEnvironment("PB_ADMIN_PASSWORD", adminPassword)
            .WithHttpHealthCheck("/api/health")
            .WithUrlForEndpoint(IPocketBaseResource.EndpointName, url => url.DisplayText = "API")
            .WithUrlForEndpoint(IPocketBaseResource.EndpointName, _ => new ResourceUrlAnnotation { Url = "/_/", DisplayText = "Admin page" })
            .WithIconName("Database");
    }

    /// <summary>Gives the demo user its password, fills empty data with the demo workspace, and adds a command that does it again.</summary>
    internal static IResourceBuilder<IPocketBaseResource> WithDemoData(
        this IResourceBuilder<IPocketBaseResource> builder, IResourceBuilder<ParameterResource> password)
    {
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            // Nobody may be asked to provide a password that nothing uses.
            password.ExcludeFromManifest();
            return builder;
        }

        return builder
            .WithEnvironment("TMCP_DEMO_PASSWORD", password)
            .WithCommand(
                "seed-demo-data",
                "Add demo data",
                context => DemoDataCommand.ExecuteAsync(builder.Resource, context),
                new CommandOptions
                {
                    Description = "Creates what is missing of demo@tmcp.local and the Demo Workspace. Nothing that exists is changed.",
                    ConfirmationMessage = "Add the missing demo records to PocketBase?",
                    IconName = "DatabaseArrowUp",
                    UpdateState = context => context.ResourceSnapshot.State?.Text == KnownResourceStates.Running
                        ? ResourceCommandState.Enabled
                        : ResourceCommandState.Disabled,
                });
    }

    /// <summary>Gives a service the address and the account, under the names that it has in the cluster.</summary>
    internal static IResourceBuilder<T> WithPocketBaseAccount<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IPocketBaseResource> pocketbase, string urlVariable = "POCKETBASE_URL")
        where T : IResourceWithEnvironment =>
        builder
            .WithReference(pocketbase)
            .WithEnvironment(urlVariable, pocketbase.GetEndpoint(IPocketBaseResource.EndpointName))
            .WithEnvironment("POCKETBASE_USER", pocketbase.Resource.AdminEmail)
            .WithEnvironment("POCKETBASE_PASSWORD", pocketbase.Resource.AdminPassword);

    private static IResourceBuilder<PocketBaseExecutableResource> AddPocketBaseProgram(
        this IDistributedApplicationBuilder builder, string name, TmcpOptions options, ParameterResource adminEmail, ParameterResource adminPassword)
    {
        var sources = Path.GetFullPath("../pocketbase", builder.AppHostDirectory);
        var data = Path.Combine(options.DataFolder, "pocketbase");
        Directory.CreateDirectory(data);

        var release = PocketBaseRelease.Read(builder.AppHostDirectory);
        var (program, check) = PocketBaseProgram.Locate(builder.AppHostDirectory, release);
        builder.Eventing.Subscribe<BeforeStartEvent>((_, cancellationToken) => check.WaitAsync(cancellationToken));
        var resource = new PocketBaseExecutableResource(name, program, sources, adminEmail, adminPassword);
        var pocketbase = builder.AddResource(resource)
            .WithHttpEndpoint(port: PublicPort, name: IPocketBaseResource.EndpointName);
        var port = pocketbase.GetEndpoint(IPocketBaseResource.EndpointName).Property(EndpointProperty.TargetPort);

        return pocketbase
            .WithArgs(context =>
            {
                context.Args.Add("serve");
                context.Args.Add(ReferenceExpression.Create($"--http=127.0.0.1:{port}"));
                context.Args.Add($"--dir={data}");
                context.Args.Add($"--migrationsDir={Path.Combine(sources, "pb_migrations")}");
                context.Args.Add($"--hooksDir={Path.Combine(sources, "pb_hooks")}");
                // Below the system's temporary folder PocketBase turns on a development mode that prints secrets.
                context.Args.Add("--dev=false");
                // A schema edit in the admin page must not write into the repository.
                context.Args.Add("--automigrate=false");
                // With watching on, a hooks file that throws leaves a server that is healthy without its hooks.
                context.Args.Add("--hooksWatch=false");
            })
            .WithAnnotation(new BackingAnnotation($"PocketBase {release.Version}, data in {Path.GetRelativePath(Environment.CurrentDirectory, data)}"));
    }

    private static IResourceBuilder<PocketBaseContainerResource> AddPocketBaseContainer(
        this IDistributedApplicationBuilder builder, string name, TmcpOptions options, ParameterResource adminEmail, ParameterResource adminPassword)
    {
        var pocketbase = builder.AddResource(new PocketBaseContainerResource(name, adminEmail, adminPassword))
            .WithDockerfile("../pocketbase")
            .WithHttpEndpoint(port: PublicPort, targetPort: PublicPort, name: IPocketBaseResource.EndpointName)
            .WithAnnotation(new BackingAnnotation("container built from pocketbase/Dockerfile (--containers always)"));
        if (builder.ExecutionContext.IsPublishMode)
            return pocketbase.WithVolume("pb-data", "/pb/pb_data");

        // The folder that PocketBase's program uses too: both find each other's data, and --fresh empties it.
        var data = Path.Combine(options.DataFolder, "pocketbase");
        Directory.CreateDirectory(data);
        return pocketbase.WithBindMount(data, "/pb/pb_data").AsHostUser();
    }
}
