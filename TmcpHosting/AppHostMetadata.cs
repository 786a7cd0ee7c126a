using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What the build of the AppHost wrote into its assembly.</summary>
internal static class AppHostMetadata
{
    private const string OutputPrefix = "apphostprojectoutput:";

    public static string? ProjectDirectory(Assembly? assembly) => Find(assembly, "apphostprojectpath");

    public static string? ProjectFile(Assembly? assembly) => Find(assembly, "apphostprojectname");

    /// <summary>The configuration of the build, such as <c>Debug</c>.</summary>
    public static string? Configuration(Assembly? assembly) => Find(assembly, "apphostconfiguration");

    /// <summary>The built program of a project resource; null when the AppHost does not reference the project.</summary>
    /// <param name="assembly">The AppHost.</param>
    /// <param name="projectPath">Full path of the project file.</param>
    public static string? ProjectOutput(Assembly? assembly, string projectPath) => Find(assembly, OutputPrefix + projectPath);

    private static string? Find(Assembly? assembly, string key) => assembly?
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => string.Equals(metadata.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
