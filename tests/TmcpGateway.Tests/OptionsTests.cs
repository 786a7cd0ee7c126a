using Microsoft.Extensions.Options;
using Tmcp.Gateway.Configuration;
using Tmcp.Gateway.Tests.Infrastructure;

namespace Tmcp.Gateway.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("", "blog", "http://a", "Gateway:Routes:0:Path is ''")]
    [InlineData("pb", "blog", "http://a", "Gateway:Routes:0:Path is 'pb'")]
    [InlineData("/pb/", "blog", "http://a", "Gateway:Routes:0:Path is '/pb/'")]
    [InlineData("/a/../b", "blog", "http://a", "Gateway:Routes:0:Path is '/a/../b'")]
    [InlineData("/p%62", "blog", "http://a", "Gateway:Routes:0:Path is '/p%62'")]
    [InlineData("//evil.example", "blog", "http://a", "Gateway:Routes:0:Path is '//evil.example'")]
    [InlineData("/health", "blog", "http://a", "which the gateway answers itself")]
    [InlineData("/pb", " ", "http://a", "Gateway:Routes:0:Resource is empty")]
    [InlineData("/pb", "blog", "localhost:8090", "Gateway:Routes:0:Address is not")]
    [InlineData("/pb", "blog", "ftp://a", "Gateway:Routes:0:Address is not")]
    [InlineData("/pb", "blog", "http://user:secret@a", "Gateway:Routes:0:Address is not")]
    [InlineData("/pb", "blog", "http://a/?x", "Gateway:Routes:0:Address is not")]
    public void A_wrong_route_is_named_with_its_key(string path, string resource, string address, string expected)
    {
        var failures = Validate(new GatewayOptions { Routes = [new GatewayRouteOptions { Path = path, Resource = resource, Address = address }] });

        Assert.Contains(expected, Assert.Single(failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failures[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_have_ranges_and_a_path_belongs_to_one_resource()
    {
        var route = new GatewayRouteOptions { Path = "/", Resource = "blog" };

        var failures = Validate(new GatewayOptions
        {
            Routes = [route, route],
            FirstByteTimeout = TimeSpan.Zero,
            ConnectTimeout = TimeSpan.FromHours(1),
            MaxRequestBodyBytes = 0,
        });

        Assert.Equal(
            ["Routes", "FirstByteTimeout", "ConnectTimeout", "MaxRequestBodyBytes"],
            failures.Select(failure => failure.Split(':', ' ')[1]));
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start()
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => TestGateway.StartAsync("pb pocketbase http://localhost:8090"));

        Assert.StartsWith("Gateway:Routes:0:Path is 'pb'", StartFailure.Describe(stopped), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line_with_what_to_do()
    {
        await using var first = await TestGateway.StartAsync("/ blog");

        var stopped = await Assert.ThrowsAsync<IOException>(
            () => TestGateway.StartAsync(new Dictionary<string, string> { ["urls"] = first.Address.ToString() }, "/ blog"));

        var message = StartFailure.Describe(stopped)!;
        Assert.Contains($"{first.Address.Port}", message, StringComparison.Ordinal);
        Assert.Contains("Stop the program that listens there", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static List<string> Validate(GatewayOptions options) => [.. new GatewayOptionsValidator().Validate(null, options).Failures ?? []];
}
