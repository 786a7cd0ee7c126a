using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Resources;
using Tmcp.Bridge.Transport;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class AddressTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("bridge.dev.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("[::1]")]
    [InlineData("bridge")]
    [InlineData("bridge-service")]
    [InlineData("bridge-service.tmcp-marketing.svc")]
    [InlineData("bridge-service.tmcp-marketing.svc.cluster.local")]
    public void Own_names_are_allowed(string host) => Assert.True(Hosts().Allows(host));

    [Theory]
    [InlineData("")]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("notlocalhost")]
    [InlineData("bridge.evil.example")]
    [InlineData("bridge-service.dev")]
    [InlineData("bridge-service.a.b.svc")]
    [InlineData("10.0.0.7")]
    [InlineData("127.0.0.1.nip.io")]
    public void Other_names_are_not(string host) => Assert.False(Hosts().Allows(host));

    [Fact]
    public void Configured_name_may_stand_for_any_first_label() => Assert.True(new HostNames(["*.tools.example"]).Allows("mcp.tools.example"));

    [Theory]
    [InlineData("Bearer abc", "abc")]
    [InlineData("bearer  abc ", "abc")]
    [InlineData("abc", "abc")]
    [InlineData("", null)]
    [InlineData("Bearer ", null)]
    [InlineData(null, null)]
    public void Token_is_read_with_and_without_its_scheme(string? header, string? expected) =>
        Assert.Equal(expected, PresentedToken.FromHeader(header));

    [Theory]
    [InlineData("pocketbase://", "Collections", "", "")]
    [InlineData("pocketbase://leads/schema", "Schema", "leads", "")]
    [InlineData("pocketbase://leads/records", "Records", "leads", "")]
    [InlineData("pocketbase://leads/count", "Count", "leads", "")]
    [InlineData("pocketbase://leads/abc", "Record", "leads", "abc")]
    public void Resource_uri_is_taken_apart(string uri, string kind, string collection, string recordId)
    {
        var address = ResourceAddress.Find(uri);

        Assert.Equal((kind, collection, recordId), (address?.Kind.ToString(), address?.Collection, address?.RecordId));
    }

    [Theory]
    [InlineData("http://leads/schema")]
    [InlineData("pocketbase:/leads")]
    [InlineData("pocketbase://leads")]
    [InlineData("pocketbase:///schema")]
    [InlineData("pocketbase://leads/")]
    [InlineData("pocketbase://leads/abc/def")]
    public void Other_uri_names_no_resource(string uri) => Assert.Null(ResourceAddress.Find(uri));

    private static HostNames Hosts() => new(new BridgeOptions().AllowedHosts);
}
