using Tmcp.AiOps.Redis;

namespace Tmcp.AiOps.Notifications;

/// <summary>Holds messages back while a person wants quiet. Kept in Redis: a restart does not end it, and it holds for all replicas.</summary>
internal sealed class PauseSwitch(RedisStore store, TimeProvider clock, ILogger<PauseSwitch> logger)
{
    // A thousand entries that are held back must not ask Redis a thousand times.
    private static readonly TimeSpan _fresh = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private Task<bool>? _answer;
    private long _askedAt;

    public Task<bool> IsPausedAsync()
    {
        lock (_lock)
        {
            if (_answer is null || _answer.IsFaulted || clock.GetElapsedTime(_askedAt) >= _fresh)
                (_answer, _askedAt) = (AskAsync(), clock.GetTimestamp());
            return _answer;
        }
    }

    public async Task PauseAsync()
    {
        await store.ExecuteAsync("SET", store.Keys.Paused, clock.GetUtcNow().ToUnixTimeMilliseconds());
        Forget();
        Log.Paused(logger);
    }

    public async Task ResumeAsync()
    {
        await store.ExecuteAsync("DEL", store.Keys.Paused);
        Forget();
        Log.Resumed(logger);
    }

    /// <summary>Waits until messages may go out, at least one breath.</summary>
    public async Task WaitAsync(TimeSpan breath, CancellationToken cancellationToken)
    {
        do
            await Task.Delay(breath, clock, cancellationToken);
        while (await IsPausedAsync());
    }

    private async Task<bool> AskAsync() => (long)await store.ExecuteAsync("EXISTS", store.Keys.Paused) == 1;

    private void Forget()
    {
        lock (_lock)
            _answer = null;
    }
}
