using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;
using Tmcp.Bridge.Schema;

namespace Tmcp.Bridge.Tools;

internal sealed class ListCollectionsTool(CollectionSchemas schemas) : BridgeTool(ToolDefinition.Create(
    "list_collections",
    "List collections",
    "Lists the collections (tables) of the PocketBase database as a JSON array of {name, id, type}. type is base, auth (accounts) or view (read only). "
        + "Call this first when you don't know where something is stored.",
    ToolDefinition.Reads(),
    ToolParameter.AuthToken))
{
    public override async Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var catalog = await schemas.GetAsync(caller, cancellationToken);
        return JsonText.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var collection in catalog.Collections)
            {
                writer.WriteStartObject();
                writer.WriteString("name", collection.Name);
                writer.WriteString("id", collection.Id);
                writer.WriteString("type", collection.Type);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
