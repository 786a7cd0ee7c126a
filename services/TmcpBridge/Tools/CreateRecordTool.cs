using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

internal sealed class CreateRecordTool(Records records) : BridgeTool(ToolDefinition.Create(
    "create_record",
    "Create a record",
    "Creates a record and returns it as a JSON object with its new id. Call get_collection_schema first: required fields must be there, and select fields "
        + "take only their listed values. Most collections require workspace_id.",
    ToolDefinition.Writes(destructive: false, idempotent: false),
    ToolParameter.Collection,
    new("data", "object", "Field names and values of the new record, without id, created and updated. A date is 2026-01-31 12:00:00.000Z, a relation the id of the other record."),
    ToolParameter.AuthToken))
{
    public override Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var data = arguments.RequiredObject("data");
        return records.CreateAsync(caller, collection, data, $"create_record in '{collection}'", cancellationToken);
    }
}
