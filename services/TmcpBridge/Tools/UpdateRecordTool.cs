using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

internal sealed class UpdateRecordTool(Records records) : BridgeTool(ToolDefinition.Create(
    "update_record",
    "Update a record",
    "Changes fields of a record and returns the whole record as a JSON object. Fields that are not in data stay as they are.",
    ToolDefinition.Writes(destructive: true, idempotent: true),
    ToolParameter.Collection,
    ToolParameter.RecordId,
    new("data", "object", "Names and new values of the fields to change."),
    ToolParameter.AuthToken))
{
    public override Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var id = arguments.RequiredText(ToolParameter.RecordId.Name);
        var data = arguments.RequiredObject("data");
        return records.UpdateAsync(caller, collection, id, data, $"update_record '{id}' of '{collection}'", cancellationToken);
    }
}
