using System.Text.Json.Nodes;
using Tmcp.Agent.Bridge;
using Tmcp.Agent.Callers;
using Tmcp.Agent.Limits;

namespace Tmcp.Agent.Tools;

/// <summary>Carries out the tool calls of the members. What a model got wrong comes back to it as a text beginning with "Error".</summary>
internal sealed class TeamTools(BridgeTools bridge, WebSearch search, Workspaces workspaces, UserLimits limits)
{
    private static readonly HashSet<string> Known = [.. ToolDefinitions.RecordsAndSearch.Select(tool => tool.FunctionName)];

    /// <summary>The tool's name, or <c>unknown</c>: what a model invents must not become a span's name or a metric's label.</summary>
    public static string NameForTelemetry(string tool) => Known.Contains(tool) ? tool : "unknown";

    /// <exception cref="BridgeException">The bridge is gone: no matter of the model's.</exception>
    public async Task<string> RunAsync(string tool, ToolArguments? arguments, Caller caller, CancellationToken cancellationToken)
    {
        if (arguments is null)
            return $"Error: the arguments of {tool} are no JSON object.";

        if (await limits.TakeToolCallAsync(NameForTelemetry(tool), caller) is { } refusal)
            return refusal;

        try
        {
            return await DispatchAsync(tool, arguments, caller, cancellationToken);
        }
        catch (ToolArgumentException exception)
        {
            return exception.Message.StartsWith("Error", StringComparison.Ordinal) ? exception.Message : $"Error: {exception.Message}.";
        }
    }

    private Task<string> DispatchAsync(string tool, ToolArguments arguments, Caller caller, CancellationToken cancellationToken) => tool switch
    {
        "list_collections" => bridge.CallAsync(tool, [], caller, cancellationToken),
        "get_collection_schema" => bridge.CallAsync(tool, Record(arguments), caller, cancellationToken),
        "list_records" => bridge.CallAsync(
            tool,
            new JsonObject
            {
                ["collection"] = arguments.Require("collection"),
                ["page"] = arguments.Number("page", otherwise: 1, least: 1, most: 1_000_000),
                ["per_page"] = arguments.Number("per_page", otherwise: 30, least: 1, most: 100),
                ["filter"] = arguments.Find("filter"),
            },
            caller, cancellationToken),
        "get_record" => bridge.CallAsync(tool, Record(arguments, id: true), caller, cancellationToken),
        "create_record" => WriteAsync(tool, Record(arguments, data: true), caller, cancellationToken),
        "update_record" => WriteAsync(tool, Record(arguments, id: true, data: true), caller, cancellationToken),
        "delete_record" => WriteAsync(tool, Record(arguments, id: true), caller, cancellationToken),
        "read_resource" => bridge.ReadResourceAsync(arguments.Require("uri"), caller, cancellationToken),
        ToolDefinitions.Search => search.FindAsync(arguments.Require("query"), cancellationToken),
        _ => throw new ToolArgumentException($"there is no tool with this name. The tools are {string.Join(", ", Known)}"),
    };

    private static JsonObject Record(ToolArguments arguments, bool id = false, bool data = false)
    {
        var record = new JsonObject { ["collection"] = arguments.Require("collection") };
        if (id)
            record["record_id"] = arguments.Require("record_id");
        if (data)
            record["data"] = JsonObject.Create(arguments.Data("data_json"));
        return record;
    }

    private async Task<string> WriteAsync(
        string tool, JsonObject arguments, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await bridge.CallAsync(tool, arguments, caller, cancellationToken);
        }
        finally
        {
            if (arguments["collection"]?.ToString() == "workspaces")
                workspaces.Forget(caller);
        }
    }
}
