using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>A test with real containers; skipped with the reason where there is no Docker Engine or no base image.</summary>
internal sealed class DockerFactAttribute : FactAttribute
{
    public DockerFactAttribute() => Skip = DockerEngine.Problem;
}
