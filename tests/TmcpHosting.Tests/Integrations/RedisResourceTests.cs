using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using TmcpHosting.Tests.ApplicationModel;

namespace TmcpHosting.Tests.Integrations;

public sealed class RedisResourceTests
{
    [Fact]
    public void Connection_string_and_properties_are_Aspires()
    {
        var builder = TestApplication.Create();
        var redis = builder.AddRedis("cache", password: builder.AddParameter("secret", secret: true));

        Assert.Equal("{cache.bindings.tcp.host}:{cache.bindings.tcp.port},password={secret.value}", redis.Resource.ConnectionStringExpression.ValueExpression);
        Assert.Equal(["Host", "Port", "Password", "Uri"], ((IResourceWithConnectionString)redis.Resource).GetConnectionProperties().Select(property => property.Key));
        Assert.False(redis.Resource.TlsEnabled);
    }

    [Fact]
    public void Password_is_generated_without_special_characters_or_taken_away()
    {
        var redis = TestApplication.Create().AddRedis("cache", 6379);
        var generated = redis.Resource.PasswordParameter!;

        redis.WithPassword(null);

        Assert.Equal(("cache-password", true), (generated.Name, generated.Secret));
        Assert.Null(redis.Resource.PasswordParameter);
        Assert.Equal("{cache.bindings.tcp.host}:{cache.bindings.tcp.port}", redis.Resource.ConnectionStringExpression.ValueExpression);
    }

    [Fact]
    public void Port_is_the_public_one()
    {
        var endpoint = TestApplication.Create().AddRedis("cache", 7000).WithHostPort(7001).Resource.PrimaryEndpoint.EndpointAnnotation;

        Assert.Equal((7001, 6379, "redis"), (endpoint.Port, endpoint.TargetPort, endpoint.UriScheme));
    }

    [Theory]
    [InlineData(false, "redis-server --requirepass $REDIS_PASSWORD --save 60 1")]
    [InlineData(true, "redis-server --requirepass $REDIS_PASSWORD")]
    public async Task Writable_volume_turns_snapshots_on(bool isReadOnly, string command)
    {
        var builder = TestApplication.Create();
        var redis = builder.AddRedis("cache", password: builder.AddParameter("secret", "x", secret: true)).WithDataVolume("data", isReadOnly);

        Assert.Equal(["-c", command], await ArgumentsAsync(redis.Resource));
        Assert.Equal(("data", "/data", isReadOnly), redis.Resource.Annotations.OfType<ContainerMountAnnotation>().Select(mount => (mount.Source, mount.Target, mount.IsReadOnly)).Single());
    }

    [Fact]
    public async Task Persistence_of_ones_own_is_kept()
    {
        var redis = TestApplication.Create().AddRedis("cache").WithPersistence(TimeSpan.FromMinutes(5), 100).WithDataBindMount("data").WithPassword(null);

        Assert.Equal(["-c", "redis-server --save 300 100"], await ArgumentsAsync(redis.Resource));
    }

    [Fact]
    public void Elasticsearch_is_a_single_node_with_security()
    {
        var builder = TestApplication.Create();
        var search = builder.AddElasticsearch("search", builder.AddParameter("secret", secret: true)).WithDataVolume("data");

        Assert.Equal("http://elastic:{secret.value}@{search.bindings.http.host}:{search.bindings.http.port}", search.Resource.ConnectionStringExpression.ValueExpression);
        Assert.Empty(((IResourceWithConnectionString)search.Resource).GetConnectionProperties());
        Assert.Equal((9200, 9300), (search.Resource.PrimaryEndpoint.TargetPort, search.Resource.InternalEndpoint.TargetPort));
        Assert.True(search.Resource.TryGetContainerImageName(out var image));
        Assert.Equal("docker.io/library/elasticsearch:8.17.3", image);
    }

    private static async Task<IEnumerable<string?>> ArgumentsAsync(IResource resource)
    {
        var context = new CommandLineArgsCallbackContext([]);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await annotation.Callback(context);
        return context.Args.Select(argument => argument.ToString());
    }
}
