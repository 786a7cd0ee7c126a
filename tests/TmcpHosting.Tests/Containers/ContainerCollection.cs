namespace TmcpHosting.Tests.Containers;

/// <summary>Tests with containers run one after another: the runtime does, too.</summary>
[CollectionDefinition(Name)]
public sealed class ContainerCollection
{
    public const string Name = "containers";
}
