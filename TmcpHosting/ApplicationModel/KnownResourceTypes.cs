namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the dashboard calls each kind of resource.</summary>
internal static class KnownResourceTypes
{
    public const string ConnectionString = "ConnectionString";
    public const string Container = "Container";
    public const string Executable = "Executable";
    public const string ExternalService = "ExternalService";
    public const string Parameter = "Parameter";
    public const string Project = "Project";
}
