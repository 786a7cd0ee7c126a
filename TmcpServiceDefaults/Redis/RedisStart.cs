using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>Connects while the service starts, or says that there is nothing to connect to. Waits for nothing.</summary>
internal sealed partial class RedisStart(RedisConnection redis, string withoutIt, ILogger<RedisStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (redis.IsConfigured)
            redis.Begin();
        else
            NotConfigured(logger, withoutIt);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1014, LogLevel.Information, "No Redis is configured (ConnectionStrings__redis). {WithoutIt}")]
    private static partial void NotConfigured(ILogger logger, string withoutIt);
}
