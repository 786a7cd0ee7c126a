using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An application while it is described: resources, services and settings.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly DistributedApplicationOptions _options;
    private readonly HostApplicationBuilder _host;
    private readonly DistributedApplicationExecutionContextOptions _contextOptions;
    private readonly ResourceCollection _resources = new();

    /// <summary>Creates a builder from a command line.</summary>
    /// <param name="args">The command line.</param>
    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args ?? throw new ArgumentNullException(nameof(args)) })
    {
    }

    /// <summary>Creates a builder.</summary>
    /// <param name="options">How the application is built.</param>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        BuilderDiagnostics.Write(BuilderDiagnostics.BuilderConstructing, new BuilderDiagnostics.Constructing(options, settings));

        AppHostAssembly = options.AppHostAssembly;
        var projectDirectory = options.ProjectDirectory;
        BuilderConfiguration.Prepare(settings, projectDirectory, AppHostAssembly);
        _host = new HostApplicationBuilder(settings);
        AppHostDirectory = projectDirectory ?? _host.Environment.ContentRootPath;
        AppHostPath = Path.Join(AppHostDirectory, AppHostMetadata.ProjectFile(AppHostAssembly) ?? options.AssemblyName);
        BuilderConfiguration.AddSwitches(_host.Configuration, settings.Args);

        _contextOptions = BuilderConfiguration.ReadOperation(_host.Configuration);
        ExecutionContext = new DistributedApplicationExecutionContext(_contextOptions);
        AddAppHostKeys();
        Eventing = BuilderServices.Add(_host.Services, this, options);
        BuilderDiagnostics.Write(BuilderDiagnostics.BuilderConstructed, this);
    }

    /// <inheritdoc />
    public IHostEnvironment Environment => _host.Environment;

    /// <inheritdoc />
    public ConfigurationManager Configuration => _host.Configuration;

    /// <inheritdoc />
    public IServiceCollection Services => _host.Services;

    /// <inheritdoc />
    public string AppHostDirectory { get; }

    /// <summary>The path of the AppHost's project file.</summary>
    public string AppHostPath { get; }

    /// <inheritdoc />
    public Assembly? AppHostAssembly { get; }

    /// <inheritdoc />
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <inheritdoc />
    public IResourceCollection Resources => _resources;

    /// <inheritdoc />
    public IDistributedApplicationEventing Eventing { get; }

    /// <inheritdoc />
    public DistributedApplication Build()
    {
        BuilderDiagnostics.Write(BuilderDiagnostics.ApplicationBuilding, this);
        ModelValidation.ThrowIfNamesCollide(_resources);
        var application = new DistributedApplication(_host.Build());
        _contextOptions.ServiceProvider = application.Services;
        BuilderDiagnostics.Write(BuilderDiagnostics.ApplicationBuilt, application);
        return application;
    }

    /// <inheritdoc />
    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (_resources.TryGetByName(resource.Name, out var existing))
        {
            throw new DistributedApplicationException(
                $"Cannot add {Kind(resource)} '{resource.Name}': there is a {Kind(existing)} of that name already ('{existing.Name}'). "
                + "Names differ by more than upper and lower case; choose another one.");
        }

        _resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc />
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new DistributedApplicationResourceBuilder<T>(this, resource);
    }

    private static string Kind(IResource resource) => resource.GetType().Name;

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant())));

    private void AddAppHostKeys()
    {
        var projectName = Path.GetFileNameWithoutExtension(AppHostPath);
        var pathHash = Hash(AppHostPath);
        var nameHash = Hash(projectName);
        Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = AppHostDirectory,
            ["AppHost:Path"] = Path.Join(AppHostDirectory, projectName),
            ["AppHost:FilePath"] = AppHostPath,
            ["AppHost:DashboardApplicationName"] = _options.DashboardApplicationName ?? projectName,

            // A run belongs to the copy it was started from; what is published must not depend on where the sources lie.
            ["AppHost:Sha256"] = ExecutionContext.IsPublishMode ? nameHash : pathHash,
            ["AppHost:PathSha256"] = pathHash,
            ["AppHost:ProjectNameSha256"] = nameHash,
        });
    }
}
