namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>Starts and stops resources by the id of an instance; what commands are made of.</summary>
internal interface ISwitchboard
{
    /// <summary>The resource of an instance and the instance itself.</summary>
    /// <exception cref="DistributedApplicationException">The orchestrator does not run, or knows no such instance.</exception>
    (ResourceRunner Resource, InstanceRunner Instance) Get(string instance);
}
