using Microsoft.Extensions.Configuration;
using Tmcp.ServiceDefaults.Discovery;

namespace TmcpServiceDefaults.Tests;

public sealed class ServiceAddressesTests
{
    [Theory]
    [InlineData("http://bridge/sse?x=1", "http://localhost:7999/sse?x=1")]
    [InlineData("https://bridge/sse", "https://bridge/sse")]
    [InlineData("https+http://bridge/sse", "http://localhost:7999/sse")]
    [InlineData("https+http://secure/", "https://localhost:8443/base/")]
    [InlineData("http://example.org:81/a", "http://example.org:81/a")]
    [InlineData("https+http://example.org/a", "http://example.org/a")]
    public void Address_is_the_one_that_configuration_gives(string asked, string called)
    {
        var addresses = new ServiceAddresses(Configuration(
            ("services:bridge:http:0", "http://localhost:7999"),
            ("services:secure:https:0", "https://localhost:8443/base")));

        Assert.Equal(new Uri(called), addresses.Resolve(new Uri(asked)));
    }

    [Fact]
    public void Several_addresses_take_turns()
    {
        var addresses = new ServiceAddresses(Configuration(
            ("services:bridge:http:0", "http://localhost:1"),
            ("services:bridge:http:1", "http://localhost:2")));

        var ports = Enumerable.Range(0, 6).Select(_ => addresses.Resolve(new Uri("http://bridge/")).Port).ToArray();

        Assert.Equal([1, 2, 1, 2, 1, 2], ports);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        .Build();
}
