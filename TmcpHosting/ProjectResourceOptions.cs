namespace Aspire.Hosting;

/// <summary>How a project is added.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile. Null: the default one.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Whether no launch profile is taken.</summary>
    public bool ExcludeLaunchProfile { get; set; }

    /// <summary>Whether endpoints in the project's Kestrel settings are left out.</summary>
    public bool ExcludeKestrelEndpoints { get; set; }
}
