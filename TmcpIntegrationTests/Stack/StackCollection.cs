namespace Tmcp.IntegrationTests;

/// <summary>One start of the stack, shared by every test that needs it.</summary>
[CollectionDefinition(TmcpStack.Collection)]
public sealed class StackCollection : ICollectionFixture<TmcpStack>;
