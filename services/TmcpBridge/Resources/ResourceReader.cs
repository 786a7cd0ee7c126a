using System.Text;
using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Schema;
using Tmcp.Bridge.Tools;

namespace Tmcp.Bridge.Resources;

/// <summary>The content of a resource for one caller.</summary>
internal sealed class ResourceReader(CollectionSchemas schemas, Records records, BoundedText texts)
{
    private const int PageSize = 30;

    public Task<string> ReadAsync(ResourceAddress address, Caller caller, CancellationToken cancellationToken)
    {
        var call = $"Reading {ResourceAddress.Scheme}{address.Collection}";
        return address.Kind switch
        {
            ResourceKind.Collections => ReadCollectionsAsync(caller, cancellationToken),
            ResourceKind.Schema => ReadSchemaAsync(address, caller, cancellationToken),
            ResourceKind.Records => ReadRecordsAsync(address, caller, call, cancellationToken),
            ResourceKind.Count => ReadCountAsync(address, caller, call, cancellationToken),
            _ => records.GetAsync(caller, address.Collection, address.RecordId, new RecordQuery(), call, cancellationToken),
        };
    }

    private async Task<string> ReadCollectionsAsync(Caller caller, CancellationToken cancellationToken)
    {
        var catalog = await schemas.GetAsync(caller, cancellationToken);
        return JsonText.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var collection in catalog.Collections)
                writer.WriteStringValue(collection.Name);
            writer.WriteEndArray();
        });
    }

    private async Task<string> ReadSchemaAsync(ResourceAddress address, Caller caller, CancellationToken cancellationToken)
    {
        var name = PocketBaseNames.Collection(address.Collection);
        var catalog = await schemas.GetAsync(caller, cancellationToken);
        return texts.Of(Encoding.UTF8.GetBytes(catalog.Get(name).Fields.GetRawText()));
    }

    private async Task<string> ReadRecordsAsync(ResourceAddress address, Caller caller, string call, CancellationToken cancellationToken)
    {
        var name = PocketBaseNames.Collection(address.Collection);
        var catalog = await schemas.GetAsync(caller, cancellationToken);
        // A view has no creation time, and sorting by an unknown field is an error.
        var sort = catalog.Get(name).HasField("created") ? "-created" : "";
        return await records.ListAsync(caller, name, new RecordQuery().Page(1, PageSize).Sort(sort), call, cancellationToken);
    }

    private async Task<string> ReadCountAsync(ResourceAddress address, Caller caller, string call, CancellationToken cancellationToken)
    {
        var total = await records.CountAsync(caller, address.Collection, filter: "", call, cancellationToken);
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("collection", address.Collection);
            writer.WriteNumber("totalItems", total);
            writer.WriteEndObject();
        });
    }
}
