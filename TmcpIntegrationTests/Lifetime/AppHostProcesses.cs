namespace Tmcp.IntegrationTests;

/// <summary>Tests of how long an end takes: a second stack beside them would be measured, too.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class AppHostProcesses
{
    /// <summary>Name of the collection.</summary>
    public const string Collection = "app-host-processes";
}
