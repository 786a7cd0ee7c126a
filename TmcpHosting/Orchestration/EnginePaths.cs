namespace Aspire.Hosting.Orchestration;

/// <summary>The two programs of the Aspire engine, unpacked and ready to start.</summary>
/// <param name="Dcp">Full path of <c>dcp</c>, the orchestrator.</param>
/// <param name="Dashboard">Full path of <c>aspire-managed</c>, whose <c>dashboard</c> sub-command is the dashboard.</param>
internal sealed record EnginePaths(string Dcp, string Dashboard);
