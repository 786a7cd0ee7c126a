using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class EndpointTests
{
    [Fact]
    public void An_endpoint_is_named_after_its_scheme()
    {
        var tool = TestApplication.Create().AddTool("tool").WithEndpoint().WithEndpoint(scheme: "redis").WithHttpEndpoint().WithHttpsEndpoint();

        Assert.Equal(["tcp", "redis", "http", "https"], tool.Resource.GetEndpoints().Select(endpoint => endpoint.EndpointName));
    }

    [Fact]
    public void The_scheme_decides_transport_and_encryption()
    {
        var tool = TestApplication.Create().AddTool("tool").WithEndpoint(scheme: "redis").WithHttpEndpoint().WithHttpsEndpoint();

        var endpoints = tool.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (endpoint.Name, endpoint.Transport, endpoint.TlsEnabled));
        Assert.Equal([("redis", "tcp", false), ("http", "http", false), ("https", "http", true)], endpoints);
    }

    [Fact]
    public void A_second_call_changes_only_what_it_names()
    {
        var tool = TestApplication.Create().AddTool("tool")
            .WithHttpEndpoint(port: 8080, targetPort: 80)
            .WithEndpoint(name: "HTTP", targetPort: 81, isExternal: true);

        var endpoint = Assert.Single(tool.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal((8080, 81, "http", true, true), (endpoint.Port, endpoint.TargetPort, endpoint.UriScheme, endpoint.IsExternal, endpoint.IsProxied));
    }

    [Fact]
    public void A_changed_scheme_changes_what_follows_from_it()
    {
        var tool = TestApplication.Create().AddTool("tool").WithEndpoint(name: "web", scheme: "http").WithEndpoint(name: "web", scheme: "https");

        Assert.True(tool.GetEndpoint("web").TlsEnabled);
    }

    [Fact]
    public void A_proxy_is_explicit_only_when_somebody_said_so()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().WithEndpoint(name: "direct", isProxied: false);

        var endpoints = tool.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (endpoint.IsProxied, endpoint.IsExplicitlyProxied));
        Assert.Equal([(true, null), (false, false)], endpoints);
    }

    [Theory]
    [InlineData(5000, null)]
    [InlineData(null, 5000)]
    public void Without_proxy_both_ports_are_one(int? port, int? targetPort)
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, port: port, targetPort: targetPort, isProxied: false);

        Assert.Equal((5000, 5000), (endpoint.Port, endpoint.TargetPort));
    }

    [Fact]
    public void With_proxy_an_unset_port_stays_open()
    {
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, port: 5000);

        Assert.Equal((5000, null), (endpoint.Port, endpoint.TargetPort));
    }

    [Fact]
    public void A_callback_creates_the_endpoint_unless_told_not_to()
    {
        var tool = TestApplication.Create().AddTool("tool")
            .WithEndpoint("made", endpoint => endpoint.Port = 1)
            .WithEndpoint("absent", endpoint => endpoint.Port = 2, createIfNotExists: false)
            .WithEndpoint("made", endpoint => endpoint.TargetPort = 3);

        var made = Assert.Single(tool.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal(("made", 1, 3), (made.Name, made.Port, made.TargetPort));
    }

    [Fact]
    public void External_http_endpoints_are_all_that_speak_http()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().WithHttpsEndpoint().WithEndpoint(scheme: "redis").WithExternalHttpEndpoints();

        Assert.Equal([true, true, false], tool.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.IsExternal));
    }

    [Fact]
    public async Task The_env_variable_tells_the_target_port()
    {
        var builder = TestApplication.Create();
        var tool = builder.AddTool("tool").WithHttpEndpoint(env: "PORT").WithEndpoint(name: "fixed", targetPort: 99, env: "FIXED").Allocate();

        var variables = await builder.VariablesAsync(tool.Resource);

        Assert.Equal("<port of http>", variables["PORT"]);
        Assert.Equal("99", variables["FIXED"]);
    }

    [Fact]
    public void An_unallocated_endpoint_says_so()
    {
        var endpoint = TestApplication.Create().AddTool("tool").WithHttpEndpoint().GetEndpoint("http");

        Assert.False(endpoint.IsAllocated);
        Assert.Contains("'http' of resource 'tool' has no address yet", Assert.Throws<InvalidOperationException>(() => endpoint.Url).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_endpoint_names_the_ones_there_are()
    {
        var endpoint = TestApplication.Create().AddTool("tool").WithHttpEndpoint().GetEndpoint("admin");

        Assert.False(endpoint.Exists);
        Assert.Contains("It has 'http'.", Assert.Throws<InvalidOperationException>(() => endpoint.EndpointAnnotation).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_made_before_its_endpoint_finds_it_later()
    {
        var tool = TestApplication.Create().AddTool("tool");
        var endpoint = tool.GetEndpoint("http");
        tool.WithHttpEndpoint(port: 8080).Allocate(8080);

        Assert.Equal("http://localhost:8080", endpoint.Url);
    }

    [Fact]
    public async Task A_value_waits_for_the_address()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint();
        var value = tool.GetEndpoint("http").GetValueAsync().AsTask();
        Assert.False(value.IsCompleted);

        tool.Allocate(7000);

        Assert.Equal("http://localhost:7000", await value);
    }

    [Fact]
    public async Task A_cancelled_wait_ends()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint();
        using var cancellation = new CancellationTokenSource();
        var value = tool.GetEndpoint("http").GetValueAsync(cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => value);
    }

    [Theory]
    [InlineData(EndpointProperty.Url, "http://localhost:5000")]
    [InlineData(EndpointProperty.Host, "localhost")]
    [InlineData(EndpointProperty.IPV4Host, "127.0.0.1")]
    [InlineData(EndpointProperty.Port, "5000")]
    [InlineData(EndpointProperty.Scheme, "http")]
    [InlineData(EndpointProperty.TargetPort, "<port of http>")]
    [InlineData(EndpointProperty.HostAndPort, "localhost:5000")]
    [InlineData(EndpointProperty.TlsEnabled, "False")]
    public async Task Every_part_of_an_address_is_a_value(EndpointProperty property, string expected)
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate();

        Assert.Equal(expected, await tool.GetEndpoint("http").Property(property).GetValueAsync());
    }

    [Theory]
    [InlineData(EndpointProperty.Url, "{tool.bindings.http.url}")]
    [InlineData(EndpointProperty.IPV4Host, "{tool.bindings.http.host}")]
    [InlineData(EndpointProperty.TargetPort, "{tool.bindings.http.targetPort}")]
    [InlineData(EndpointProperty.HostAndPort, "{tool.bindings.http.host}:{tool.bindings.http.port}")]
    public void Every_part_of_an_address_is_a_manifest_expression(EndpointProperty property, string expected) =>
        Assert.Equal(expected, TestApplication.Create().AddTool("tool").WithHttpEndpoint().GetEndpoint("http").Property(property).ValueExpression);

    [Fact]
    public async Task A_container_sees_the_address_in_the_network_of_containers()
    {
        var builder = TestApplication.Create();
        var server = builder.AddTool("server").WithHttpEndpoint().Allocate();
        var annotation = server.Resource.Annotations.OfType<EndpointAnnotation>().Single();
        annotation.AllAllocatedEndpoints.AddOrUpdateAllocatedEndpoint(
            KnownNetworkIdentifiers.DefaultAspireContainerNetwork,
            new AllocatedEndpoint(annotation, "server.dev.internal", 80, EndpointBindingMode.SingleAddress, null, KnownNetworkIdentifiers.DefaultAspireContainerNetwork));
        var inside = builder.AddContainer("inside", "image").WithEnvironment("URL", server.GetEndpoint("http"));
        var host = TestApplication.Create();
        var outside = host.AddTool("outside").WithEnvironment("URL", server.GetEndpoint("http"));

        Assert.Equal("http://server.dev.internal:80", (await builder.VariablesAsync(inside.Resource))["URL"]);
        Assert.Equal("http://localhost:5000", (await host.VariablesAsync(outside.Resource))["URL"]);
    }

    [Fact]
    public void A_later_address_replaces_the_first()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate(5000).Allocate(6000);

        Assert.Equal(6000, tool.GetEndpoint("http").Port);
    }

    [Fact]
    public void Http2_is_the_transport_of_http_endpoints_only()
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().WithEndpoint(scheme: "redis").AsHttp2Service();

        Assert.Equal(["http2", "tcp"], tool.Resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.Transport));
    }
}
