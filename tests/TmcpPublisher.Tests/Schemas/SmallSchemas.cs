using Tmcp.Tests.Shared;

namespace Tmcp.Publisher.Tests.Schemas;

/// <summary>Schemas of the good tree's kinds: strict for a Service, anything for the others.</summary>
internal static class SmallSchemas
{
    internal static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "TmcpPublisher.Tests", "Schemas", "Small");
}
