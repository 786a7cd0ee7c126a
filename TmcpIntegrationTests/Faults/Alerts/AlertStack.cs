using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>
/// The whole graph for tests that break it under load. Discord takes more messages than the real one, so that what is measured is not its
/// pace; waits are short; a detour leads to the model and to the log store; Redis' data lies in a memory disk where that can be made.
/// </summary>
public sealed class AlertStack : TmcpStack
{
    /// <summary>Name of the collection; its tests run one after another and beside no other.</summary>
    public const string AlertCollection = "alert stack";

    private static readonly (string Name, string Value)[] _agentSettings =
    [
        // Beside an emulator of a model the graph leaves the analysis to the rules; here the way to the model is what is broken.
        ("AiOps__Analysis__UseModel", "true"),
        ("AiOps__Analysis__Patience", "00:00:03"),
        ("AiOps__Analysis__RestAfterFailures", "00:00:01"),
        ("AiOps__Analysis__TokensPerHour", "1000000000"),
        ("AiOps__Context__Patience", "00:00:01"),
        ("AiOps__Discord__Patience", "00:00:03"),
        ("AiOps__Queue__FirstRetry", "00:00:00.1"),
        ("AiOps__Queue__LongestRetry", "00:00:01"),
    ];

    internal Detour Model { get; private set; } = null!;

    internal Detour Search { get; private set; } = null!;

    /// <summary>Redis' disk; null where none can be mounted.</summary>
    internal MemoryDisk? RedisDisk { get; private set; }

    public override async Task InitializeAsync()
    {
        Model = await Detour.StartAsync(() => Address(Names.Ollama));
        Search = await Detour.StartAsync(() => Address(Names.Elasticsearch));
        if (MemoryDisk.WhyNot is null)
            RedisDisk = MemoryDisk.Mount(Path.Combine(DataFolder, Names.Redis));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        try
        {
            await App.DisposeAsync();
        }
        finally
        {
            RedisDisk?.Dispose();
            await Model.DisposeAsync();
            await Search.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    private protected override void Arrange(IDistributedApplicationBuilder builder)
    {
        var agent = Find<ProjectResource>(builder, Names.AiOpsAgent)
            .WithEnvironment("OLLAMA_BASE_URL", Model.Address.ToString())
            .WithEnvironment("ELASTICSEARCH_URL", Search.Address.ToString());
        foreach (var (name, value) in _agentSettings)
            agent.WithEnvironment(name, value);
        Find<ProjectResource>(builder, Names.Discord).WithArgs("--rate-limit", "100000", "--messages", "100000");
    }

    private static IResourceBuilder<T> Find<T>(IDistributedApplicationBuilder builder, string name)
        where T : IResource => builder.CreateResourceBuilder(builder.Resources.OfType<T>().Single(resource => resource.Name == name));
}

/// <summary>One start of that stack for all fault tests.</summary>
[CollectionDefinition(AlertStack.AlertCollection, DisableParallelization = true)]
public sealed class AlertStackCollection : ICollectionFixture<AlertStack>;
