using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tmcp.ServiceDefaults.Health;

namespace Tmcp.ServiceDefaults.Tests;

public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("http://*:7999", null, "http://127.0.0.1:7999/")]
    [InlineData("https://+:8443;http://[::]:8000", "9", "http://127.0.0.1:8000/")]
    [InlineData("http://0.0.0.0:80/", null, "http://127.0.0.1/")]
    [InlineData("http://bridge.internal:7999", null, "http://bridge.internal:7999/")]
    [InlineData(null, "7999;8080", "http://127.0.0.1:7999/")]
    [InlineData("https://*:8443", "7999", "http://127.0.0.1:7999/")]
    [InlineData("", "", null)]
    public void Address_is_the_one_that_the_service_listens_on(string? urls, string? ports, string? address) =>
        Assert.Equal(address, HealthProbe.AddressIn(Settings(urls, ports))?.ToString());

    [Theory]
    [InlineData(200, 0, "")]
    [InlineData(503, 1, "answered 503: not well")]
    public async Task Exit_code_follows_the_answer(int status, int code, string said)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/health", () => Results.Text("not well", statusCode: status));
        await app.StartAsync();
        using var errors = new StringWriter();

        Assert.Equal(code, await HealthProbe.RunAsync(Settings(app.Urls.Single(), null), errors, CancellationToken.None));

        Assert.Contains(said, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_listens_is_unhealthy()
    {
        using var errors = new StringWriter();

        Assert.Equal(1, await HealthProbe.RunAsync(Settings("http://127.0.0.1:1", null), errors, CancellationToken.None));

        Assert.Contains("GET http://127.0.0.1:1/health failed:", errors.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string? urls, string? ports) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), new("http_ports", ports)]).Build();
}
