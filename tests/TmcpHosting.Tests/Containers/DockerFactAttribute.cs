using TmcpHosting.Tests.Orchestration;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Containers;

/// <summary>A test with real containers; skipped with the reason where there is no Docker Engine, no base image, or no orchestrator.</summary>
internal sealed class DockerFactAttribute : FactAttribute
{
    public DockerFactAttribute() => Skip = DockerEngine.Problem ?? new EngineFactAttribute().Skip;
}
