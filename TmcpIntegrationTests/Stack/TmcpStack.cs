using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Tmcp.AppHost;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The whole graph, started once for a run: own ports, own data, own secrets, no outside service.</summary>
public class TmcpStack : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tmcp-stack-");

    /// <summary>Name of the collection that shares this stack; its tests run one after another.</summary>
    public const string Collection = "stack";

    internal static readonly string[] Resources =
    [
        Names.PocketBase, Names.Redis, Names.Elasticsearch, Names.Ollama, Names.Bridge, Names.Agent, Names.Discord, Names.Facebook, Names.AiOpsAgent, Names.Hub,
        Names.Blog, Names.Gateway,
    ];

    internal string AdminEmail { get; } = "admin@tmcp.local";

    internal string AdminPassword { get; } = Guid.NewGuid().ToString("N");

    internal string DemoPassword { get; } = Guid.NewGuid().ToString("N");

    internal string BrowserToken { get; } = Guid.NewGuid().ToString("N");

    internal DistributedApplication App { get; private set; } = null!;

    /// <summary>Where the run keeps its data; a folder below it for each resource.</summary>
    private protected string DataFolder => _data.FullName;

    /// <summary>Value of <c>--containers</c>.</summary>
    private protected virtual string Containers => "never";

    public virtual async Task InitializeAsync()
    {
        // First, and under the lock that all suites share: the engine and PocketBase are read from there.
        await NodeModules.EnsureAsync();
        using var limit = new CancellationTokenSource(Budgets.Start);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.TmcpAppHost>(
            Arguments(),
            (options, _) => options.DisableDashboard = false,
            limit.Token);
        Arrange(builder);
        App = await builder.BuildAsync(limit.Token);
        await App.StartAsync(limit.Token);
        await Task.WhenAll(Resources.Select(name => App.ResourceNotifications.WaitForResourceHealthyAsync(
            name, WaitBehavior.StopOnResourceUnavailable, limit.Token)));
    }

    public virtual async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>Last changes to the graph before it is built.</summary>
    private protected virtual void Arrange(IDistributedApplicationBuilder builder)
    {
    }

    /// <summary>The gateway, where a person's requests come in.</summary>
    internal HttpClient CreateGatewayClient() => App.CreateHttpClient(Names.Gateway);

    internal Uri Address(string resource) => App.GetEndpoint(resource, resource == Names.Redis ? "tcp" : "http");

    // Every generated secret is given, so that parallel runs neither read nor write the user's secrets.
    private string[] Arguments() =>
    [
        "--containers", Containers,
        "--Tmcp:OutsideServices=false",
        $"--Tmcp:DataFolder={_data.FullName}",
        $"--Parameters:{Names.PocketBaseAdminPassword}={AdminPassword}",
        $"--Parameters:{Names.DemoPassword}={DemoPassword}",
        $"--Parameters:{Names.RedisPassword}={Guid.NewGuid():N}",
        $"--Parameters:{Names.DiscordInboxToken}={Guid.NewGuid():N}",
        $"--AppHost:OtlpApiKey={Guid.NewGuid():N}",
        $"--AppHost:BrowserToken={BrowserToken}",
    ];
}
