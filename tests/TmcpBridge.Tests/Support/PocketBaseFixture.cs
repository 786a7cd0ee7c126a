using Tmcp.Tests.Shared;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>One PocketBase for all tests of the collection, with two users who share nothing.</summary>
public sealed class PocketBaseFixture : IAsyncLifetime
{
    internal PocketBaseServer PocketBase { get; private set; } = null!;

    internal PocketBaseUser Alice { get; private set; } = null!;

    internal PocketBaseUser Bob { get; private set; } = null!;

    internal string AliceWorkspace { get; private set; } = "";

    internal string BobWorkspace { get; private set; } = "";

    public async Task InitializeAsync()
    {
        PocketBase = await PocketBaseServer.StartAsync();
        Alice = await PocketBase.CreateUserAsync("alice@tmcp.test");
        Bob = await PocketBase.CreateUserAsync("bob@tmcp.test");
        AliceWorkspace = await PocketBase.CreateWorkspaceAsync(Alice, "Alice's workspace");
        BobWorkspace = await PocketBase.CreateWorkspaceAsync(Bob, "Bob's workspace");
    }

    public async Task DisposeAsync() => await PocketBase.DisposeAsync();

    /// <summary>A campaign in Alice's workspace; returns its id.</summary>
    internal async Task<string> CreateCampaignAsync(string name = "Spring") => (string)(await PocketBase.CreateRecordAsync(
        Alice.Token, "marketing_campaigns", new { workspace_id = AliceWorkspace, name, status = "planned" }))["id"]!;
}

[CollectionDefinition(Name)]
public sealed class PocketBaseTests : ICollectionFixture<PocketBaseFixture>
{
    public const string Name = "PocketBase";
}
