using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.ServiceDefaults.Redis;

namespace Tmcp.Bridge.Schema;

/// <summary>
/// Catalogs in Redis, one for each account, for the bridge's replicas and its next start. An account gets its own only, and only after
/// PocketBase has accepted its token.
/// </summary>
internal sealed class CatalogArchive(
    RedisConnection redis, RedisKeys keys, IOptions<BridgeOptions> options, IOptions<PocketBaseOptions> pocketBase, TimeProvider clock)
{
    // Two deployments may share a Redis; their accounts may have equal names.
    private readonly string _server = RedisKeys.Hash(pocketBase.Value.Url.AbsoluteUri);

    public async Task<KeptCatalog?> FindAsync(Caller caller)
    {
        var found = await redis.TryAsync("schema read", database => database.StringGetWithExpiryAsync(KeyOf(caller)));
        if (!found.Answered || found.Value.Value.IsNull || found.Value.Expiry is not { } rest)
            return null;

        try
        {
            return new KeptCatalog(new CollectionCatalog(CollectionCatalog.ReadPage((byte[])found.Value.Value!, out _)), clock.GetUtcNow() + rest);
        }
        catch (CallFailedException)
        {
            // Written by another version of the bridge, or by somebody else.
            return null;
        }
    }

    public Task KeepAsync(Caller caller, CollectionCatalog catalog) =>
        redis.TryAsync("schema write", database => database.StringSetAsync(KeyOf(caller), catalog.WritePage(), options.Value.SchemaLifetime));

    private RedisKey KeyOf(Caller caller) => keys.OfDeployment("schema", _server, caller.CacheKey);
}
