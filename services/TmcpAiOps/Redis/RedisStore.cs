using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.AiOps.Redis;

/// <summary>
/// The commands of this service over the one connection. Those that are sent without waiting for each other travel together and run in the
/// order sent. Nothing here blocks in Redis: a blocking command would hold up every other caller.
/// </summary>
internal sealed class RedisStore(RedisConnection redis, IOptions<StoreOptions> options)
{
    public StoreKeys Keys { get; } = new(options.Value.KeyPrefix);

    /// <exception cref="StoreException">Redis is away, silent or refuses.</exception>
    public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) => AskAsync(database => database.ExecuteAsync(command, arguments));

    /// <summary>Several commands in one go: sent together, run in their order, waited for once.</summary>
    /// <exception cref="StoreException">Redis is away, silent or refuses one of them.</exception>
    public Task<RedisResult[]> PipelineAsync(params IReadOnlyList<object[]> commands) => AskAsync(database =>
    {
        var batch = database.CreateBatch();
        var results = Send(batch, commands);
        batch.Execute();
        return Task.WhenAll(results);
    });

    /// <summary>All or nothing: the commands run together, also when this process ends in between.</summary>
    /// <exception cref="StoreException">Redis is away, silent or refuses one of them.</exception>
    public Task<RedisResult[]> TransactAsync(params IReadOnlyList<object[]> commands) => AskAsync(async database =>
    {
        var transaction = database.CreateTransaction();
        var results = Send(transaction, commands);
        if (!await transaction.ExecuteAsync())
            throw new StoreException("Redis did not run a transaction. See its log, then try again.");
        return await Task.WhenAll(results);
    });

    private static Task<RedisResult>[] Send(IDatabaseAsync database, IReadOnlyList<object[]> commands)
    {
        var results = new Task<RedisResult>[commands.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = database.ExecuteAsync((string)commands[i][0], commands[i][1..]);
        return results;
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> work)
    {
        try
        {
            return await redis.AskAsync(work);
        }
        catch (RedisUnavailableException exception)
        {
            throw new StoreException(exception.Message, exception.InnerException);
        }
    }
}
