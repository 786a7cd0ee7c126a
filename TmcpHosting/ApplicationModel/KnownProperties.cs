namespace Aspire.Hosting.ApplicationModel;

/// <summary>The names of properties in snapshots that the dashboard knows.</summary>
internal static class KnownProperties
{
    public static class Resource
    {
        public const string ConnectionString = "resource.connectionString";
        public const string ExitCode = "resource.exitCode";
        public const string HealthState = "resource.healthState";
        public const string ParentName = "resource.parentName";
        public const string Source = "resource.source";
        public const string AppArgs = "resource.appArgs";
        public const string AppArgsSensitivity = "resource.appArgsSensitivity";
    }

    public static class Container
    {
        public const string Id = "container.id";
        public const string Image = "container.image";
        public const string Ports = "container.ports";
        public const string Command = "container.command";
        public const string Args = "container.args";
        public const string Lifetime = "container.lifetime";
    }

    public static class Executable
    {
        public const string Path = "executable.path";
        public const string WorkDir = "executable.workDir";
        public const string Args = "executable.args";
        public const string Pid = "executable.pid";
    }

    public static class Project
    {
        public const string Path = "project.path";
        public const string LaunchProfile = "project.launchProfile";
    }

    public static class Parameter
    {
        public const string Value = "Value";
    }
}
