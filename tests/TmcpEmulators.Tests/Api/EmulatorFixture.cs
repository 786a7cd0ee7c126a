using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TmcpEmulators.Ollama;

namespace TmcpEmulators.Tests.Api;

/// <summary>A running emulator on a port of its own, shared by the tests of a class.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private readonly WebApplication _app = OllamaHost.Create(
        new OllamaSettings { Urls = "http://127.0.0.1:0" }, logging: log => log.SetMinimumLevel(LogLevel.Warning));

    public HttpClient Client { get; } = new();

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client.BaseAddress = new Uri(Address);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
