using System.Diagnostics.CodeAnalysis;

namespace PocketBase.Tests.Infrastructure;

/// <summary>Every test class of this collection uses the same server, one after the other.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit's own word for a shared fixture.")]
public sealed class SharedServerCollection : ICollectionFixture<SharedServer>
{
    internal const string Name = "shared PocketBase";
}
