using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Schemas;

/// <summary>The strict schemas of the cluster's kinds. They lie beside the checkout and not in it; <c>TMCP_SCHEMAS</c> names another folder.</summary>
internal static class StrictSchemas
{
    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("TMCP_SCHEMAS") ?? Path.Combine(RepositoryFolder.Path, "..", "shared", "schemas"), "strict"));
}

internal sealed class StrictSchemasFactAttribute : FactAttribute
{
    public StrictSchemasFactAttribute()
    {
        if (!Directory.Exists(StrictSchemas.Folder))
            Skip = $"There is no '{StrictSchemas.Folder}'.";
    }
}
