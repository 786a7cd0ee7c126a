using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TmcpEmulators.Ollama;

namespace TmcpEmulators.Tests.Api;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Open_stream_does_not_hold_the_stop()
    {
        var settings = new OllamaSettings { Urls = "http://127.0.0.1:0", TokenDelay = TimeSpan.FromMilliseconds(400) };
        await using var app = OllamaHost.Create(settings, log => log.SetMinimumLevel(LogLevel.None));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/generate")
        {
            Content = new StringContent($$"""{"model":"{{Http.Model}}","prompt":"hello"}"""),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("\"response\"", await reader.ReadLineAsync(), StringComparison.Ordinal);

        // The whole answer would take about 30 s.
        var started = Stopwatch.GetTimestamp();
        await app.StopAsync();

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(4), $"The stop took {Stopwatch.GetElapsedTime(started)}.");
    }
}
