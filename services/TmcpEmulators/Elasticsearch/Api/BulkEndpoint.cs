using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary><c>_bulk</c>: each action succeeds or fails by itself.</summary>
internal static class BulkEndpoint
{
    public static void MapBulk(this WebApplication app)
    {
        foreach (var route in (string[])["/_bulk", Routes.Index + "/_bulk"])
            app.MapMethods(route, ["POST", "PUT"], RunAsync);
    }

    private static async Task RunAsync(HttpContext context, IndexCatalog catalog, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        var body = await Body.ReadBytesAsync(context);
        if (body.Length == 0)
            throw new ElasticsearchError(400, "parse_exception", "request body is required");
        if (body[^1] != '\n')
            throw ElasticsearchError.Argument("The bulk request must be terminated by a newline [\\n]");
        var actions = BulkAction.Parse(NewlineJson.Lines(body), (string?)context.GetRouteValue("index"));
        var items = catalog.Write(all =>
        {
            var results = actions.ConvertAll(action => action.Run(all));
            all.Trim();
            return results;
        });
        await Reply.WriteAsync(context, new JsonObject
        {
            ["took"] = (long)clock.GetElapsedTime(started).TotalMilliseconds,
            ["errors"] = items.Exists(item => item.HasFailed),
            ["items"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject { [item.Action] = item.Body })]),
        });
    }
}
