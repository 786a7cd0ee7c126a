using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Notifications;

/// <summary>Holds messages back while a person wants quiet. Kept in Redis: a restart does not end it.</summary>
internal sealed class PauseSwitch(RedisStore store, TimeProvider clock, ILogger<PauseSwitch> logger)
{
    public async Task<bool> IsPausedAsync() => (long)await store.ExecuteAsync("EXISTS", store.Keys.Paused) == 1;

    public async Task PauseAsync()
    {
        await store.ExecuteAsync("SET", store.Keys.Paused, clock.GetUtcNow().ToUnixTimeMilliseconds());
        Log.Paused(logger);
    }

    public async Task ResumeAsync()
    {
        await store.ExecuteAsync("DEL", store.Keys.Paused);
        Log.Resumed(logger);
    }

    /// <summary>Waits until messages may go out, at least one breath.</summary>
    public async Task WaitAsync(TimeSpan breath, CancellationToken cancellationToken)
    {
        do
            await Task.Delay(breath, clock, cancellationToken);
        while (await IsPausedAsync());
    }
}
