using Tmcp.Tests.Shared;

namespace PocketBase.Tests.Infrastructure;

/// <summary>One PocketBase with a fake Graph API behind it, for all tests that only add records of their own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal const string DemoPassword = "demo-password-of-the-tests";

    internal FakeGraph Graph { get; private set; } = null!;

    internal PocketBaseServer Server { get; private set; } = null!;

    internal string AdminToken { get; private set; } = null!;

    /// <summary>A tenant for tests that leave its workspace and users as they are.</summary>
    internal Tenant Home { get; private set; } = null!;

    /// <summary>Another one, for what must not be reached from <see cref="Home"/>.</summary>
    internal Tenant Foreign { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await FakeGraph.StartAsync();
        Server = await PocketBaseServer.StartAsync(new PocketBaseServerOptions
        {
            Environment = new Dictionary<string, string>
            {
                ["FACEBOOK_GRAPH_URL"] = Graph.Address,
                ["TMCP_DEMO_PASSWORD"] = DemoPassword,
            },
        });
        AdminToken = await Server.SignInAsAdminAsync();
        Home = await Tenant.CreateAsync(Server);
        Foreign = await Tenant.CreateAsync(Server);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
