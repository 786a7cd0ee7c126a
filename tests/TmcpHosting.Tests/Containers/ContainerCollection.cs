namespace TmcpHosting.Tests.Containers;

/// <summary>Tests with containers run alone and one after another: the runtime does, too, and some measure time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ContainerCollection
{
    public const string Name = "containers";
}
