using System.Net;
using Microsoft.Extensions.Configuration;
using Tmcp.ServiceDefaults.Redis;

namespace TmcpServiceDefaults.Tests.Redis;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("redis:6379,password=p@ss:w/rd", "redis", 6379, "p@ss:w/rd")] // not an address of the scheme 'redis'
    [InlineData("redis", "redis", 6379, null)]
    [InlineData("cache.internal:7000", "cache.internal", 7000, null)]
    [InlineData("redis://cache", "cache", 6379, null)]
    [InlineData("redis://:p%40ss%3Aw%2Frd@cache:7000/3", "cache", 7000, "p@ss:w/rd")]
    [InlineData("rediss://user:secret@cache:7000", "cache", 7000, "secret")]
    public void Both_spellings_are_read(string text, string host, int port, string? password)
    {
        var options = RedisAddress.Parse(text);

        options.SetDefaultPorts();
        var endpoint = Assert.IsType<DnsEndPoint>(Assert.Single(options.EndPoints));
        Assert.Equal((host, port), (endpoint.Host, endpoint.Port));
        Assert.Equal(password, options.Password);
        Assert.Equal(text.StartsWith("rediss:", StringComparison.Ordinal), options.Ssl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://cache:6379")]
    [InlineData("redis://")]
    [InlineData("password=secret-word")]
    [InlineData("cache:6379,connectTimeout=secret-word")]
    public void What_is_neither_is_refused_without_repeating_it(string text)
    {
        Assert.False(RedisAddress.CanBeRead(text));
        Assert.DoesNotContain("secret-word", Assert.Throws<ArgumentException>(() => RedisAddress.Parse(text)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "ConnectionStrings:redis=a", "REDIS_URI=b", "REDIS_HOST=c")]
    [InlineData("b", "ConnectionStrings:redis=", "REDIS_URI=b", "REDIS_HOST=c")]
    [InlineData("d", "REDIS_URL=d")]
    [InlineData("redis://c:6379", "REDIS_HOST=c")]
    [InlineData("redis://:p%40ss@c:7000", "REDIS_HOST=c", "REDIS_PORT=7000", "REDIS_PASSWORD=p@ss")]
    [InlineData("redis://c:6380", "REDIS_HOST=c", "REDIS_PORT=tcp://10.0.0.7:6380")]
    [InlineData(null, "REDIS_PORT=7000")]
    public void The_first_setting_that_is_there_counts(string? expected, params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])))
            .Build();

        Assert.Equal(expected, RedisAddress.Find(configuration));
    }
}
