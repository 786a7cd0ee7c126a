using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How an application is built.</summary>
public sealed class DistributedApplicationOptions
{
    private string? _assemblyName;
    private string? _projectDirectory;
    private Assembly? _assembly;

    /// <summary>The command line of the AppHost.</summary>
    public string[]? Args { get; set; }

    /// <summary>The name of the AppHost's assembly. Default: that of the program.</summary>
    public string? AssemblyName
    {
        get => _assemblyName ??= Assembly.GetEntryAssembly()?.GetName().Name;
        set => (_assemblyName, _assembly) = (value, null);
    }

    /// <summary>The directory of the AppHost project. Default: what its build wrote into the assembly.</summary>
    public string? ProjectDirectory
    {
        get => _projectDirectory ??= AppHostMetadata.ProjectDirectory(AppHostAssembly);
        set => _projectDirectory = value;
    }

    /// <summary>The title of the dashboard. Default: the name of the AppHost project.</summary>
    public string? DashboardApplicationName { get; set; }

    /// <summary>Whether the application runs without dashboard.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Whether the dashboard and its services may be reached over plain HTTP.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>Whether the console lines of all resources also go to the AppHost's own log.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>The registry that replaces the one of every container image.</summary>
    public string? ContainerRegistryOverride { get; set; }

    /// <summary>Whether resources trust the development certificate. Null: as each says.</summary>
    public bool? TrustDeveloperCertificate { get; set; }

    /// <summary>Whether resources speak TLS with the development certificate. Null: as each says.</summary>
    public bool? DeveloperCertificateDefaultHttpsTerminationEnabled { get; set; }

    internal Assembly? AppHostAssembly => _assembly ??= AssemblyName is { Length: > 0 } name ? Assembly.Load(name) : null;
}
