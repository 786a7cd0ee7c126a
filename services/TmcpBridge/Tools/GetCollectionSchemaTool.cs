using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Schema;

namespace Tmcp.Bridge.Tools;

internal sealed class GetCollectionSchemaTool(CollectionSchemas schemas) : BridgeTool(ToolDefinition.Create(
    "get_collection_schema",
    "Describe a collection",
    "Describes the fields of a collection as a JSON array of {name, type, required}; a select field also has its allowed values, a relation the id of the "
        + "collection it points to (collectionId), how many (maxSelect) and whether deleting there deletes here (cascadeDelete), a text its longest length (max). "
        + "Call this before you create or update a record.",
    ToolDefinition.Reads(),
    ToolParameter.Collection,
    ToolParameter.AuthToken))
{
    public override async Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var name = PocketBaseNames.Collection(arguments.RequiredText(ToolParameter.Collection.Name));
        var catalog = await schemas.GetAsync(caller, cancellationToken);
        return FieldSummary.Write(catalog.Get(name).Fields);
    }
}
