using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.AiOps.Redis;

/// <summary>
/// One multiplexed connection. Commands that are sent without waiting for each other travel together and run in the order sent.
/// Nothing here blocks in Redis: a blocking command would hold up every other caller.
/// </summary>
internal sealed class RedisStore(IOptions<RedisOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _connecting;

    public RedisKeys Keys { get; } = new(options.Value.KeyPrefix);

    /// <exception cref="StoreException">Redis is away, silent or refuses.</exception>
    public async Task<RedisResult> ExecuteAsync(string command, params object[] arguments)
    {
        try
        {
            var connection = await ConnectAsync();
            return await connection.GetDatabase().ExecuteAsync(command, arguments).WaitAsync(options.Value.Patience, clock);
        }
        catch (Exception exception) when (Explain(exception, command) is { } failure)
        {
            throw new StoreException(failure, exception);
        }
    }

    /// <summary>Several commands in one go: sent together, run in their order, waited for once.</summary>
    /// <exception cref="StoreException">Redis is away, silent or refuses one of them.</exception>
    public async Task<IReadOnlyList<RedisResult>> PipelineAsync(params object[][] commands)
    {
        try
        {
            var connection = await ConnectAsync();
            var batch = connection.GetDatabase().CreateBatch();
            var results = commands.Select(command => batch.ExecuteAsync((string)command[0], command[1..])).ToArray();
            batch.Execute();
            return await Task.WhenAll(results).WaitAsync(options.Value.Patience, clock);
        }
        catch (Exception exception) when (Explain(exception, (string)commands[0][0]) is { } failure)
        {
            throw new StoreException(failure, exception);
        }
    }

    /// <summary>All or nothing: the commands run together, also when this process ends in between.</summary>
    /// <exception cref="StoreException">Redis is away, silent or refuses one of them.</exception>
    public async Task<IReadOnlyList<RedisResult>> TransactAsync(params object[][] commands)
    {
        try
        {
            var connection = await ConnectAsync();
            var transaction = connection.GetDatabase().CreateTransaction();
            var results = commands.Select(command => transaction.ExecuteAsync((string)command[0], command[1..])).ToArray();
            if (!await transaction.ExecuteAsync().WaitAsync(options.Value.Patience, clock))
                throw new StoreException("Redis did not run a transaction. See its log, then try again.");
            return await Task.WhenAll(results).WaitAsync(options.Value.Patience, clock);
        }
        catch (Exception exception) when (Explain(exception, "EXEC") is { } failure)
        {
            throw new StoreException(failure, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? connecting;
        lock (_lock)
            (connecting, _connecting) = (_connecting, null);
        if (connecting is { IsCompletedSuccessfully: true })
            await (await connecting).CloseAsync(allowCommandsToComplete: false);
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_lock)
        {
            // A failed first attempt (an unknown host name) must not stay for ever.
            if (_connecting is null || _connecting.IsFaulted || _connecting.IsCanceled)
                _connecting = OpenAsync();
            return _connecting;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var settings = RedisAddress.Parse(options.Value.Connection!);
        settings.AbortOnConnectFail = false;
        settings.KeepAlive = 5; // seconds: a peer that vanished without a word is noticed after two of them
        settings.ConnectTimeout = (int)options.Value.Patience.TotalMilliseconds;
        settings.ReconnectRetryPolicy = new LinearRetry(500);
        return await ConnectionMultiplexer.ConnectAsync(settings);
    }

    private static string? Explain(Exception exception, string command) => exception switch
    {
        RedisServerException refused =>
            $"Redis refused {command}: {Cut(refused.Message)}. See its log; 'OOM' and 'MISCONF' mean that memory or disk is full.",
        TimeoutException => $"Redis gave no answer to {command} in time. Check that it is running and not overloaded.",
        RedisException or ObjectDisposedException or IOException or OperationCanceledException =>
            $"Redis cannot be reached ({command}). Start it, or correct ConnectionStrings__redis.",
        _ => null,
    };

    private static string Cut(string text) => text.Length > 160 ? text[..160] : text;
}
