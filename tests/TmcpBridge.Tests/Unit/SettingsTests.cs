using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Bridge:MaxSessions", "0", "MaxSessions")]
    [InlineData("Bridge:SessionIdleTimeout", "00:00:00.5", "SessionIdleTimeout")]
    [InlineData("Bridge:MaxResultBytes", "10", "MaxResultBytes")]
    [InlineData("Bridge:AnonymousCallers", "ServiceAccount", "POCKETBASE_USER")]
    [InlineData("POCKETBASE_URL", "ftp://somewhere", "POCKETBASE_URL")]
    [InlineData("POCKETBASE_USER", "only@tmcp.test", "POCKETBASE_PASSWORD")]
    public async Task Wrong_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        await using var app = Build((key, value));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(named, failure.Message);
    }

    [Fact]
    public async Task Names_of_the_cluster_are_understood()
    {
        await using var app = Build(("POCKETBASE_URL", "http://pb-service"), ("POCKETBASE_USER", "bridge@tmcp.test"), ("POCKETBASE_PASSWORD", "secret"));

        var options = app.Services.GetRequiredService<IOptions<PocketBaseOptions>>().Value;

        Assert.Equal((new Uri("http://pb-service"), "bridge@tmcp.test", "secret"), (options.Url, options.User, options.Password));
    }

    [Theory]
    [InlineData("", "", "http://localhost:7999")]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "true", "http://*:7999")]
    [InlineData("urls", "http://127.0.0.1:1234", "http://127.0.0.1:1234")]
    [InlineData("http_ports", "5555", null)]
    public void Port_is_the_bridges_own_unless_another_is_set(string key, string value, string? expected)
    {
        var builder = Builder((key, value));

        builder.AddBridgeConfiguration();

        Assert.Equal(expected, builder.WebHost.GetSetting("urls"));
    }

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = Builder(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddBridgeConfiguration();
        return builder.Build();
    }

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(settings.Where(pair => pair.Key.Length > 0).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        return builder;
    }
}
