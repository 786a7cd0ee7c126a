using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Tmcp.ServiceDefaults.Redis;

/// <summary>
/// One multiplexed connection to a Redis that may be absent, may die and may come back. <see cref="TryAsync"/> is for a caller that goes on
/// without and never throws for that; <see cref="AskAsync{T}(Func{IDatabase, Task{T}})"/> is for one that cannot. Thread-safe. Nothing blocking may be sent: it would hold
/// up every other caller.
/// </summary>
/// <param name="options">Where Redis is and how long to wait for it.</param>
/// <param name="clock">Measures the waits.</param>
/// <param name="logger">Told when Redis goes and when it is back.</param>
public sealed partial class RedisConnection(IOptions<RedisOptions> options, TimeProvider clock, ILogger<RedisConnection> logger) : IAsyncDisposable
{
    private static readonly ActivitySource Source = new("Tmcp.Redis");

    // Below the limit of a run of all health checks, and of the fastest probe (1 s in the cluster).
    internal static readonly TimeSpan PingPatience = TimeSpan.FromMilliseconds(900);

    // A full Redis refuses every write: one line a minute says it.
    private static readonly TimeSpan LinePause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private string? _trouble;
    private long _troubleAt;
    private long? _refusedAt;

    /// <summary>Whether there is an address. It says nothing of whether somebody answers there.</summary>
    public bool IsConfigured => options.Value.Connection is not null;

    /// <summary>Asks Redis, if there is one and it is not known to be away.</summary>
    /// <typeparam name="T">What is asked for.</typeparam>
    /// <param name="operation">Name of the span, fixed words such as <c>threads read</c>: never a key.</param>
    /// <param name="work">Sends commands and awaits their answers.</param>
    public async Task<RedisReply<T>> TryAsync<T>(string operation, Func<IDatabase, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!IsConfigured || IsPaused())
            return default;

        using var span = Source.StartActivity($"redis {operation}", ActivityKind.Client);
        span?.SetTag("db.system.name", "redis");
        var (value, trouble) = await AttemptAsync(work, options.Value.Patience);
        if (trouble is null)
            return new RedisReply<T>(Answered: true, value);

        span?.SetStatus(ActivityStatusCode.Error);
        return default;
    }

    /// <summary>Asks Redis, whatever is known of it, and demands an answer.</summary>
    /// <typeparam name="T">What is asked for.</typeparam>
    /// <param name="work">Sends commands and awaits their answers.</param>
    /// <exception cref="RedisUnavailableException">There is no address, Redis is away or silent, or it refuses a command.</exception>
    public Task<T> AskAsync<T>(Func<IDatabase, Task<T>> work) => AskAsync(work, options.Value.Patience);

    /// <inheritdoc cref="AskAsync{T}(Func{IDatabase, Task{T}})"/>
    internal async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> work, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!IsConfigured)
            throw new RedisUnavailableException("No Redis is configured. Set ConnectionStrings__redis, for example to localhost:6379.");
        try
        {
            return await RunAsync(work).WaitAsync(patience, clock);
        }
        catch (Exception exception) when (Explain(exception, patience) is { } trouble)
        {
            throw new RedisUnavailableException(trouble, exception);
        }
    }

    /// <summary>Asks for a sign of life, also during the pause after a failure.</summary>
    /// <returns>Null, or why there was none.</returns>
    public async Task<string?> PingAsync()
    {
        var patience = options.Value.Patience < PingPatience ? options.Value.Patience : PingPatience;
        return (await AttemptAsync(database => database.PingAsync(), patience)).Trouble;
    }

    /// <summary>Begins to connect, so that the first request need not wait for it.</summary>
    internal void Begin() => _ = ConnectAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? connecting;
        lock (_gate)
            (connecting, _connecting) = (_connecting, null);
        if (connecting is { IsCompletedSuccessfully: true })
            await (await connecting).CloseAsync(allowCommandsToComplete: false);
    }

    private async Task<(T? Value, string? Trouble)> AttemptAsync<T>(Func<IDatabase, Task<T>> work, TimeSpan patience)
    {
        try
        {
            var value = await RunAsync(work).WaitAsync(patience, clock);
            Recover();
            return (value, null);
        }
        catch (RedisServerException refusal)
        {
            // It is there and says no: the next command may be one that it takes.
            var trouble = Explain(refusal, patience)!;
            if (IsWorthALine())
                Refused(logger, trouble);
            return (default, trouble);
        }
        catch (Exception exception) when (Explain(exception, patience) is { } trouble)
        {
            Pause(trouble);
            return (default, trouble);
        }
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> work) => await work((await ConnectAsync()).GetDatabase());

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_gate)
        {
            // A failed first attempt (an unknown host name) must not stay for ever.
            if (_connecting is null || _connecting.IsFaulted || _connecting.IsCanceled)
                _connecting = OpenAsync();
            return _connecting;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var settings = RedisAddress.Parse(options.Value.Connection!);
        settings.AbortOnConnectFail = false;
        settings.KeepAlive = 5; // seconds: a peer that vanished without a word is noticed after two of them
        settings.ConnectTimeout = (int)Math.Max(options.Value.Patience.TotalMilliseconds, 1_000);
        settings.ReconnectRetryPolicy = new LinearRetry(500);
        return await ConnectionMultiplexer.ConnectAsync(settings);
    }

    private bool IsPaused()
    {
        lock (_gate)
            return _trouble is not null && clock.GetElapsedTime(_troubleAt) < options.Value.RetryPause;
    }

    private void Pause(string trouble)
    {
        bool isNew;
        lock (_gate)
        {
            isNew = _trouble is null;
            (_trouble, _troubleAt) = (trouble, clock.GetTimestamp());
        }

        if (isNew)
            Lost(logger, trouble);
    }

    private void Recover()
    {
        lock (_gate)
        {
            if (_trouble is null)
                return;
            _trouble = null;
        }

        Back(logger);
    }

    private static string? Explain(Exception exception, TimeSpan patience) => exception switch
    {
        RedisServerException refusal =>
            $"Redis refused a command: {FirstWord(refusal.Message)}. See its log; 'OOM' and 'MISCONF' mean that memory or disk is full.",
        TimeoutException => $"Redis did not answer within {patience.TotalMilliseconds:0} ms. Check that it is running and not overloaded.",
        RedisException or ObjectDisposedException or IOException or OperationCanceledException =>
            "Redis cannot be reached. Start it, or correct ConnectionStrings__redis.",
        _ => null,
    };

    // Redis quotes what it did not understand, and arguments hold what people said.
    private static string FirstWord(string text) => text.Split(' ', 2)[0];

    private bool IsWorthALine()
    {
        lock (_gate)
        {
            if (_refusedAt is { } last && clock.GetElapsedTime(last) < LinePause)
                return false;
            _refusedAt = clock.GetTimestamp();
            return true;
        }
    }

    [LoggerMessage(1011, LogLevel.Warning, "{Trouble} Going on without it.")]
    private static partial void Lost(ILogger logger, string trouble);

    [LoggerMessage(1012, LogLevel.Information, "Redis answers again.")]
    private static partial void Back(ILogger logger);

    [LoggerMessage(1013, LogLevel.Warning, "{Trouble} Going on without what it refused.")]
    private static partial void Refused(ILogger logger, string trouble);
}
