using Aspire.Hosting.Dashboard.Protocol;
using Aspire.Hosting.Dashboard.ResourceService;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ResourceFeedTests
{
    private readonly ResourceFeed _feed = new();

    [Fact]
    public async Task A_subscriber_gets_what_is_there_and_then_each_change()
    {
        _feed.Upsert(Resource("bridge", "Starting"));
        using var subscription = _feed.Subscribe();
        Assert.Equal("Starting", Assert.Single(subscription.Initial).State);

        _feed.Upsert(Resource("bridge", "Running"));
        _feed.Delete("bridge");
        _feed.Upsert(Resource("agent", "Waiting"));

        var changes = (await subscription.ReadAsync(CancellationToken.None)).Value;
        Assert.Equal("bridge", changes[0].Delete.ResourceName);
        Assert.Equal(("agent", "Waiting"), (changes[1].Upsert.Name, changes[1].Upsert.State));
    }

    [Fact]
    public async Task A_late_reader_gets_the_newest_state_of_each_resource_once()
    {
        using var subscription = _feed.Subscribe();
        for (var i = 0; i < 100_000; i++)
            _feed.Upsert(Resource(i % 2 == 0 ? "bridge" : "agent", $"state {i}"));

        var changes = (await subscription.ReadAsync(CancellationToken.None)).Value;

        Assert.Equal(["state 99998", "state 99999"], changes.Select(change => change.Upsert.State));
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent()
    {
        _feed.Upsert(Resource("bridge", "Running"));
        using var subscription = _feed.Subscribe();

        _feed.Upsert(Resource("bridge", "Running"));
        _feed.Delete("nobody");
        _feed.Upsert(Resource("agent", "Running"));

        Assert.Equal("agent", Assert.Single((await subscription.ReadAsync(CancellationToken.None)).Value).Upsert.Name);
    }

    [Fact]
    public async Task No_change_is_lost_between_the_snapshot_and_the_first_read()
    {
        var publishing = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
                _feed.Upsert(Resource($"r{i}", "Running"));
        });
        var seen = new List<HashSet<string>>();
        while (!publishing.IsCompleted)
        {
            using var subscription = _feed.Subscribe();
            var names = subscription.Initial.Select(resource => resource.Name).ToHashSet();
            while (names.Count < 2000)
                names.UnionWith((await subscription.ReadAsync(CancellationToken.None)).Value.Select(change => change.Upsert.Name));
            seen.Add(names);
        }

        await publishing;
        Assert.All(seen, names => Assert.Equal(2000, names.Count));
    }

    private static Resource Resource(string name, string state) => new() { Name = name, ResourceType = "Project", State = state };
}
