using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Redis;
using Tmcp.ServiceDefaults.Tenancy;

namespace TmcpServiceDefaults.Tests.Redis;

public sealed class RedisKeysTests
{
    private readonly TenantAccessor _tenants = new();

    [Fact]
    public void A_key_begins_with_the_tenant_of_the_request_and_the_area()
    {
        var keys = new RedisKeys(_tenants, Options.Create(new RedisOptions()));
        Assert.Equal("tmcp:chat:thread:u1", keys.OfTenant("chat", "thread", "u1"));

        _tenants.Current = "acme";

        Assert.Equal("acme:chat:thread:u1", keys.OfTenant("chat", "thread", "u1"));
        Assert.Equal("tmcp:limits:chat:u1", keys.OfDeployment("limits", "chat", "u1"));
    }

    [Fact]
    public void An_id_with_a_colon_cannot_be_another_key()
    {
        var keys = new RedisKeys(_tenants, Options.Create(new RedisOptions()));

        Assert.NotEqual(keys.OfTenant("a", "b", "c"), keys.OfTenant("a", "b:c"));
        Assert.Matches("^[0-9a-f]{32}$", RedisKeys.Hash("a text: with everything\r\n\ud800"));
    }
}
