using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

internal sealed class GetRecordTool(Records records) : BridgeTool(ToolDefinition.Create(
    "get_record",
    "Get a record",
    "Reads one record by its id as a JSON object with all its fields.",
    ToolDefinition.Reads(),
    ToolParameter.Collection,
    ToolParameter.RecordId,
    ToolParameter.Expand,
    ToolParameter.Fields,
    ToolParameter.AuthToken))
{
    public override Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var id = arguments.RequiredText(ToolParameter.RecordId.Name);
        var query = new RecordQuery().Expand(arguments.Text("expand")).Fields(arguments.Text("fields"));
        return records.GetAsync(caller, collection, id, query, $"get_record '{id}' of '{collection}'", cancellationToken);
    }
}
