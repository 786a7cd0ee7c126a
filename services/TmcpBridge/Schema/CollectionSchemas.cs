using Microsoft.Extensions.Options;
using Tmcp.Bridge.Caching;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Schema;

/// <summary>Collection definitions as a caller may see them, kept for a short time for each account: here, and in Redis when there is one.</summary>
internal sealed class CollectionSchemas(
    PocketBaseGateway pocketBase, CatalogArchive archive, IOptions<BridgeOptions> options, TimeProvider clock)
{
    // A catalog of TMCP's collections takes about 60 KB.
    private const int Capacity = 256;

    private const int PageSize = 200;

    private readonly SingleFlightCache<string, KeptCatalog> _catalogs = new(Capacity, clock);

    public async Task<CollectionCatalog> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        var lifetime = options.Value.SchemaLifetime;
        var kept = await _catalogs.GetAsync(caller.CacheKey, lifetime, _ => FindOrLoadAsync(caller), cancellationToken);
        if (lifetime > TimeSpan.Zero && kept.GoodUntil <= clock.GetUtcNow())
        {
            // It came from Redis and was not new then.
            _catalogs.Remove(caller.CacheKey);
            kept = await _catalogs.GetAsync(caller.CacheKey, lifetime, _ => FindOrLoadAsync(caller), cancellationToken);
        }

        return kept.Catalog;
    }

    /// <summary>
    /// Keeps callers without a token away from PocketBase's own tables, whose rights would make them superusers for good.
    /// </summary>
    public async Task RequireAllowedAsync(Caller caller, string collection, CancellationToken cancellationToken)
    {
        if (!caller.IsService)
            return;

        var known = (await GetAsync(caller, cancellationToken)).Find(collection);
        if (known is { System: true } || (known is null && collection.StartsWith('_')))
            throw new CallFailedException($"Collection '{collection}' belongs to PocketBase itself and is not open to callers without a token. {TokenValidator.SignInHint}");
    }

    private async Task<KeptCatalog> FindOrLoadAsync(Caller caller)
    {
        var lifetime = options.Value.SchemaLifetime;
        if (lifetime > TimeSpan.Zero && await archive.FindAsync(caller) is { } kept)
            return kept;

        var now = clock.GetUtcNow();
        var catalog = await (caller.IsSuperuser ? LoadAllAsync(caller) : LoadVisibleAsync(caller));
        if (lifetime > TimeSpan.Zero)
            await archive.KeepAsync(caller, catalog);
        return new KeptCatalog(catalog, now + lifetime);
    }

    private async Task<CollectionCatalog> LoadAllAsync(Caller caller)
    {
        var collections = new List<CollectionInfo>();
        var totalPages = 1;
        for (var page = 1; page <= totalPages; page++)
        {
            using var answer = await pocketBase.GetAsync(caller, $"/api/collections?page={page}&perPage={PageSize}&sort=name", CancellationToken.None);
            RequireSuccess(answer, "/api/collections");
            collections.AddRange(CollectionCatalog.ReadPage(answer.Memory, out totalPages));
        }

        return new CollectionCatalog(collections);
    }

    private async Task<CollectionCatalog> LoadVisibleAsync(Caller caller)
    {
        const string Path = "/api/tmcp/collections";
        using var answer = await pocketBase.GetAsync(caller, Path, CancellationToken.None);
        RequireSuccess(answer, Path);
        return new CollectionCatalog(CollectionCatalog.ReadPage(answer.Memory, out _));
    }

    private static void RequireSuccess(PocketBaseAnswer answer, string path)
    {
        if (!answer.IsSuccess)
            throw new CallFailedException($"The collections could not be read: GET {path} answered HTTP {answer.Status}. Check that this PocketBase runs with TMCP's hooks.");
    }
}
