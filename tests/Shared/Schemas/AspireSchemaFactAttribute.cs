using Xunit;

namespace Tmcp.Tests.Shared;

/// <summary>A test that needs the published schema of the Aspire manifest, which lies beside the checkout and not in it.</summary>
internal sealed class AspireSchemaFactAttribute : FactAttribute
{
    public AspireSchemaFactAttribute()
    {
        if (!File.Exists(SchemaPath))
            Skip = $"There is no '{SchemaPath}'.";
    }

    /// <summary>Where the schema lies. <c>TMCP_SCHEMAS</c> names another folder.</summary>
    public static string SchemaPath { get; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("TMCP_SCHEMAS") ?? Path.Combine(RepositoryFolder.Path, "..", "shared", "schemas"), "aspire-8.0.json"));
}
