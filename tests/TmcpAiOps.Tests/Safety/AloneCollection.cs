namespace Tmcp.AiOps.Tests.Safety;

/// <summary>Tests that look at the memory of the whole process, so that no other test may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    internal const string Name = "alone";
}
