using Microsoft.Extensions.Logging;
using TmcpEmulators.Redis;

namespace TmcpEmulators.Tests.Redis;

/// <summary>A running emulator without a data folder, shared by the tests of a class.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisHost? _host;

    public int Port => _host!.Port;

    public async Task InitializeAsync() => _host = await StartAsync(new RedisSettings { Port = 0 });

    public async Task DisposeAsync() => await _host!.DisposeAsync();

    internal static Task<RedisHost> StartAsync(RedisSettings settings) => RedisHost.StartAsync(settings, log => log.SetMinimumLevel(LogLevel.None));
}
