using Tmcp.Bridge.Identity;
using Tmcp.Bridge.PocketBase;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Schema;

namespace Tmcp.Bridge.Tools;

/// <summary>PocketBase's record routes, with validated names, bounded texts and PocketBase's refusals as failures.</summary>
internal sealed class Records(PocketBaseGateway pocketBase, CollectionSchemas schemas, BoundedText texts)
{
    public Task<string> ListAsync(Caller caller, string collection, RecordQuery query, string call, CancellationToken cancellationToken) =>
        SendAsync(caller, HttpMethod.Get, collection, query.ToString(), content: null, call, cancellationToken);

    public Task<string> GetAsync(Caller caller, string collection, string recordId, RecordQuery query, string call, CancellationToken cancellationToken) =>
        SendAsync(caller, HttpMethod.Get, collection, $"/{PocketBaseNames.RecordId(recordId)}{query}", content: null, call, cancellationToken);

    public Task<string> CreateAsync(Caller caller, string collection, byte[] data, string call, CancellationToken cancellationToken) =>
        SendAsync(caller, HttpMethod.Post, collection, "", data, call, cancellationToken);

    public Task<string> UpdateAsync(Caller caller, string collection, string recordId, byte[] data, string call, CancellationToken cancellationToken) =>
        SendAsync(caller, HttpMethod.Patch, collection, $"/{PocketBaseNames.RecordId(recordId)}", data, call, cancellationToken);

    public async Task DeleteAsync(Caller caller, string collection, string recordId, string call, CancellationToken cancellationToken)
    {
        var path = await PathAsync(caller, collection, $"/{PocketBaseNames.RecordId(recordId)}", cancellationToken);
        using var answer = await pocketBase.SendAsync(caller, HttpMethod.Delete, path, content: null, cancellationToken);
        PocketBaseErrors.Require(answer, texts, call);
    }

    /// <summary>How many records match a filter.</summary>
    public async Task<long> CountAsync(Caller caller, string collection, string filter, string call, CancellationToken cancellationToken)
    {
        var query = new RecordQuery().Page(1, 1).Filter(filter).Fields("id");
        var path = await PathAsync(caller, collection, query.ToString(), cancellationToken);
        using var answer = await pocketBase.GetAsync(caller, path, cancellationToken);
        PocketBaseErrors.Require(answer, texts, call);
        return TotalItems.Read(answer.Body);
    }

    private async Task<string> SendAsync(
        Caller caller, HttpMethod method, string collection, string rest, byte[]? content, string call, CancellationToken cancellationToken)
    {
        var path = await PathAsync(caller, collection, rest, cancellationToken);
        using var answer = await pocketBase.SendAsync(caller, method, path, content, cancellationToken);
        PocketBaseErrors.Require(answer, texts, call);
        return texts.Of(answer.Body);
    }

    private async ValueTask<string> PathAsync(Caller caller, string collection, string rest, CancellationToken cancellationToken)
    {
        var name = PocketBaseNames.Collection(collection);
        await schemas.RequireAllowedAsync(caller, name, cancellationToken);
        return $"/api/collections/{name}/records{rest}";
    }
}
