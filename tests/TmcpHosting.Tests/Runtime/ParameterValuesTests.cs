using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.Runtime;

public sealed class ParameterValuesTests
{
    private readonly ParameterResource _plain = new("name", _ => "seven");
    private readonly ParameterResource _secret = new("password", _ => "hush", secret: true);
    private readonly ParameterResource _missing = new("token", _ => throw new MissingParameterValueException("Parameter 'token' has no value."));

    [Theory]
    [InlineData(false, "seven")]
    [InlineData(true, "hush")]
    public async Task A_resolved_parameter_runs_and_a_secret_one_is_marked(bool secret, string value)
    {
        var parameter = secret ? _secret : _plain;
        await using var bench = await InitializeAsync(parameter);

        var snapshot = bench.Snapshot(parameter.Name);
        Assert.Equal(KnownResourceStates.Running, snapshot.State?.Text);
        var property = snapshot.Properties.Single(candidate => candidate.Name == "Value");
        Assert.Equal((value, secret), (property.Value, property.IsSensitive));
    }

    [Fact]
    public async Task A_parameter_without_value_says_so_in_its_state_and_log()
    {
        await using var bench = await InitializeAsync(_missing);

        Assert.Equal(KnownResourceStates.ValueMissing, bench.Snapshot("token").State?.Text);
        Assert.Equal(["Parameter 'token' has no value."], bench.Loggers.Tail("token", 20));
    }

    [Fact]
    public async Task A_value_that_cannot_be_made_fails_the_parameter()
    {
        var broken = new ParameterResource("broken", _ => throw new FormatException("Not a number."));
        await using var bench = await InitializeAsync(broken);

        Assert.Equal(KnownResourceStates.FailedToStart, bench.Snapshot("broken").State?.Text);
        Assert.Contains("Parameter 'broken' has no value: Not a number.", bench.Loggers.Tail("broken", 1).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, true)] // nobody refers to it
    [InlineData(true, true, true)]   // only something that is started by hand
    [InlineData(true, false, false)] // something that starts by itself
    public async Task A_missing_value_stops_the_start_when_it_is_needed_for_it(bool isReferenced, bool isExplicit, bool starts)
    {
        var api = new TestResource("api");
        if (isReferenced)
            api.Annotations.Add(new ResourceRelationshipAnnotation(_missing, "Reference"));
        if (isExplicit)
            api.Annotations.Add(new ExplicitStartupAnnotation());
        await using var bench = new RuntimeBench([_missing, api]);
        await bench.StartAsync();

        var start = bench.Eventing.PublishAsync(new BeforeStartEvent(bench.Services, new DistributedApplicationModel([_missing, api])));

        if (starts)
            await start;
        else
            Assert.Contains("'token' has no value", (await Assert.ThrowsAsync<MissingParameterValueException>(() => start)).Message, StringComparison.Ordinal);
    }

    private static async Task<RuntimeBench> InitializeAsync(ParameterResource parameter)
    {
        var bench = new RuntimeBench([parameter]);
        await bench.StartAsync();
        await bench.Eventing.PublishAsync(new InitializeResourceEvent(parameter, bench.Services));
        return bench;
    }
}
