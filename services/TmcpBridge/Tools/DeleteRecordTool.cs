using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

internal sealed class DeleteRecordTool(Records records) : BridgeTool(ToolDefinition.Create(
    "delete_record",
    "Delete a record",
    "Deletes one record for good; records that belong to it by a cascading relation go with it. Ask the user first.",
    ToolDefinition.Writes(destructive: true, idempotent: true),
    ToolParameter.Collection,
    ToolParameter.RecordId,
    ToolParameter.AuthToken))
{
    public override async Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var id = arguments.RequiredText(ToolParameter.RecordId.Name);
        await records.DeleteAsync(caller, collection, id, $"delete_record '{id}' of '{collection}'", cancellationToken);
        return $"Successfully deleted record {id} from {collection}";
    }
}
