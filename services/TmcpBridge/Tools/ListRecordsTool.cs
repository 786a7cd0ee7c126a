using Tmcp.Bridge.Identity;

namespace Tmcp.Bridge.Tools;

internal sealed class ListRecordsTool(Records records) : BridgeTool(ToolDefinition.Create(
    "list_records",
    "List records",
    "Lists records of a collection, page by page, as JSON {items, page, perPage, totalItems, totalPages}. Only records that the caller may see are in it.",
    ToolDefinition.Reads(),
    ToolParameter.Collection,
    new("page", "integer", "Page number, from 1.", "1"),
    new("per_page", "integer", "Records on a page, 1 to 1000.", "30"),
    ToolParameter.Filter,
    new("sort", "string", "Fields to sort by, separated by commas, - in front for descending, for example -created,name. Empty for no order.", "\"\""),
    ToolParameter.Expand,
    ToolParameter.Fields,
    ToolParameter.AuthToken))
{
    public override Task<string> RunAsync(ToolArguments arguments, Caller caller, CancellationToken cancellationToken)
    {
        var collection = arguments.RequiredText(ToolParameter.Collection.Name);
        var query = new RecordQuery()
            .Page(arguments.Integer("page", 1), arguments.Integer("per_page", 30))
            .Filter(arguments.Text("filter"))
            .Sort(arguments.Text("sort"))
            .Expand(arguments.Text("expand"))
            .Fields(arguments.Text("fields"));
        return records.ListAsync(caller, collection, query, $"list_records of '{collection}'", cancellationToken);
    }
}
