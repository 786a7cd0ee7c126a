using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

internal sealed class CountRecordsTool(Records records) : BridgeTool(ToolDefinition.Create(
    "count_records",
    "Count records",
    "Counts the records of a collection that match a filter, without reading them: JSON {collection, totalItems, filter}.",
    ToolDefinition.Reads(),
    ToolParameter.Collection,
    ToolParameter.Filter,
    ToolParameter.AuthToken))
{
    public override async Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var filter = arguments.Text("filter");
        var total = await records.CountAsync(caller, collection, filter, $"count_records of '{collection}'", cancellationToken);
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("collection", collection);
            writer.WriteNumber("totalItems", total);
            writer.WriteString("filter", filter.Length == 0 ? "(none)" : filter);
            writer.WriteEndObject();
        });
    }
}
