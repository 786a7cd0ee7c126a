namespace Tmcp.Bridge.Tools;

/// <summary>An argument of a tool as clients are told about it.</summary>
/// <param name="Name">Name in the call.</param>
/// <param name="Type">JSON type: <c>string</c>, <c>integer</c> or <c>object</c>.</param>
/// <param name="Description">For a reader who knows nothing: meaning, unit, limits.</param>
/// <param name="Default">Value when left out, as JSON; null when the argument is required.</param>
internal sealed record ToolParameter(string Name, string Type, string Description, string? Default = null)
{
    public static readonly ToolParameter Collection = new(
        "collection", "string", "Name of the PocketBase collection, for example marketing_campaigns. list_collections lists them.");

    public static readonly ToolParameter RecordId = new(
        "record_id", "string", "Id of the record: 15 lower-case letters and digits, as in the id field of list_records.");

    public static readonly ToolParameter Filter = new(
        "filter",
        "string",
        "PocketBase filter, at most 3500 characters, for example: workspace_id = \"abc\" && status = \"active\". Operators: = != > >= < <= ~ (contains), && || and parentheses. Empty for no filter.",
        "\"\"");

    public static readonly ToolParameter Expand = new(
        "expand", "string", "Relation fields, separated by commas, whose records are added under expand; a dot goes deeper: product_id,product_id.brand_id.", "\"\"");

    public static readonly ToolParameter Fields = new(
        "fields", "string", "Fields to return, separated by commas, for example id,name. Empty for all. Use it to keep results small.", "\"\"");

    public static readonly ToolParameter AuthToken = new(
        "auth_token",
        "string",
        "PocketBase token of the user in whose name the call is made. Empty to use the Authorization header of the HTTP request.",
        "\"\"");
}
