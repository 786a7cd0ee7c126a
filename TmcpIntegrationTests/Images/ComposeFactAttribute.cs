using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>A test with real containers and docker-compose; skipped with the reason where one of them is missing.</summary>
internal sealed class ComposeFactAttribute : FactAttribute
{
    public ComposeFactAttribute() => Skip = DockerEngine.Problem ?? (DockerCompose.Command is null ? "docker-compose is not installed." : null);
}
