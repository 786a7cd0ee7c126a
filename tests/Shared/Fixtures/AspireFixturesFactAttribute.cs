using Xunit;

namespace Tmcp.Tests.Shared;

/// <summary>A test that needs the manifests of Aspire's playground.</summary>
internal sealed class AspireFixturesFactAttribute : FactAttribute
{
    public AspireFixturesFactAttribute()
    {
        if (AspireFixtures.Names.Count == 0)
            Skip = $"There is no manifest in '{AspireFixtures.Folder}'.";
    }
}
