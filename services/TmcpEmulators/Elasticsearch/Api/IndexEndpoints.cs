using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>Making, describing and deleting indexes.</summary>
internal static class IndexEndpoints
{
    public static void MapIndexes(this WebApplication app)
    {
        app.MapPut(Routes.Index, CreateAsync);
        app.MapDelete(Routes.Index, DeleteAsync);
        app.MapMethods(Routes.Index, ["HEAD"], ExistsAsync);
        app.MapGet(Routes.Index, (HttpContext context, IndexCatalog catalog) => DescribeAsync(context, catalog, "aliases", "mappings", "settings"));
        foreach (var prefix in (string[])["", Routes.Index])
        {
            app.MapGet(prefix + "/_mapping", (HttpContext context, IndexCatalog catalog) => DescribeAsync(context, catalog, "mappings"));
            app.MapGet(prefix + "/_settings", (HttpContext context, IndexCatalog catalog) => DescribeAsync(context, catalog, "settings"));
            foreach (var operation in (string[])["_refresh", "_flush", "_forcemerge"])
                app.MapMethods($"{prefix}/{operation}", ["GET", "POST"], RefreshAsync);
        }

        app.MapMethods(Routes.Index + "/_mapping", ["PUT", "POST"], PutMappingAsync);
    }

    private static async Task CreateAsync(HttpContext context, IndexCatalog catalog, string index)
    {
        var body = await Body.ReadAsync(context);
        IndexBody.Check(body);
        catalog.Write(all => all.Create(index, body["mappings"] as JsonObject));
        await Reply.WriteAsync(context, new JsonObject { ["acknowledged"] = true, ["shards_acknowledged"] = true, ["index"] = index });
    }

    private static Task DeleteAsync(HttpContext context, IndexCatalog catalog, string index)
    {
        if (index is "_all" or "*")
            throw ElasticsearchError.Argument("Wildcard expressions or all indices are not allowed");
        catalog.Write(all =>
        {
            var removed = all.Resolve(index, Parameters.Flag(context.Request, "ignore_unavailable"));
            removed.ForEach(all.Remove);
            return removed.Count;
        });
        return Acknowledge(context);
    }

    private static Task ExistsAsync(HttpContext context, IndexCatalog catalog, string index)
    {
        context.Response.StatusCode = catalog.Read(all => all.Resolve(index, ignoreUnavailable: true).Count) > 0 ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(HttpContext context, IndexCatalog catalog, params string[] parts)
    {
        var described = catalog.Read(all => new JsonObject(all
            .Resolve((string?)context.GetRouteValue("index"), Parameters.Flag(context.Request, "ignore_unavailable"))
            .Select(index => KeyValuePair.Create(index.Name, (JsonNode?)new JsonObject(parts.Select(part => KeyValuePair.Create(part, (JsonNode?)Describe(index, part))))))));
        return Reply.WriteAsync(context, described);
    }

    private static JsonObject Describe(SearchIndex index, string part) => part switch
    {
        "mappings" => index.Fields.ToJson(),
        "settings" => new JsonObject
        {
            ["index"] = new JsonObject
            {
                ["creation_date"] = $"{index.Description.CreatedAt}",
                ["number_of_shards"] = "1",
                ["number_of_replicas"] = "0",
                ["uuid"] = index.Description.Uuid,
                ["provided_name"] = index.Name,
            },
        },
        _ => [],
    };

    private static async Task PutMappingAsync(HttpContext context, IndexCatalog catalog, string index)
    {
        var body = await Body.ReadAsync(context);
        IndexBody.CheckMappings(body);
        catalog.Write(all =>
        {
            all.Resolve(index, allowNone: false).ForEach(found => found.Declare(body));
            return true;
        });
        await Acknowledge(context);
    }

    // What was written can be found at once, so there is nothing to do.
    private static Task RefreshAsync(HttpContext context, IndexCatalog catalog)
    {
        var count = catalog.Read(all => all.Resolve((string?)context.GetRouteValue("index"), Parameters.Flag(context.Request, "ignore_unavailable")).Count);
        return Reply.WriteAsync(context, new JsonObject { ["_shards"] = WriteReply.Shards(count) });
    }

    private static Task Acknowledge(HttpContext context) => Reply.WriteAsync(context, new JsonObject { ["acknowledged"] = true });
}
