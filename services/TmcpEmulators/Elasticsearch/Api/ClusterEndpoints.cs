using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>The server itself: who it is, how it is, which indexes it has.</summary>
internal static class ClusterEndpoints
{
    public static void MapCluster(this WebApplication app)
    {
        app.MapMethods("/", ["GET", "HEAD"], DescribeAsync);
        app.MapGet("/_cluster/health", HealthAsync);
        app.MapGet("/_cluster/health/{index}", HealthAsync);
        app.MapGet("/_cat/indices", CatAsync);
        app.MapGet("/_cat/indices/{index}", CatAsync);
    }

    private static Task DescribeAsync(HttpContext context) => Reply.WriteAsync(context, new JsonObject
    {
        ["name"] = "tmcp-emulator",
        ["cluster_name"] = "tmcp-emulators",
        ["cluster_uuid"] = "tmcp-emulators",
        ["version"] = new JsonObject
        {
            ["number"] = ElasticsearchSettings.Version,
            ["build_flavor"] = "default",
            ["build_type"] = "emulator",
            ["build_hash"] = "emulator",
            ["build_snapshot"] = false,
            ["lucene_version"] = "9.9.1",
            ["minimum_wire_compatibility_version"] = "7.17.0",
            ["minimum_index_compatibility_version"] = "7.0.0",
        },
        ["tagline"] = "This is TMCP's emulator of Elasticsearch: it scans, it does not index.",
    });

    private static Task HealthAsync(HttpContext context, IndexCatalog catalog)
    {
        var count = catalog.Read(all => all.Resolve((string?)context.GetRouteValue("index")).Count);
        return Reply.WriteAsync(context, new JsonObject
        {
            ["cluster_name"] = "tmcp-emulators",
            ["status"] = "green",
            ["timed_out"] = false,
            ["number_of_nodes"] = 1,
            ["number_of_data_nodes"] = 1,
            ["active_primary_shards"] = count,
            ["active_shards"] = count,
            ["relocating_shards"] = 0,
            ["initializing_shards"] = 0,
            ["unassigned_shards"] = 0,
            ["delayed_unassigned_shards"] = 0,
            ["number_of_pending_tasks"] = 0,
            ["number_of_in_flight_fetch"] = 0,
            ["task_max_waiting_in_queue_millis"] = 0,
            ["active_shards_percent_as_number"] = 100.0,
        });
    }

    private static Task CatAsync(HttpContext context, IndexCatalog catalog)
    {
        var rows = catalog.Read(all => all.Resolve((string?)context.GetRouteValue("index")).ConvertAll(CatRow.Of));
        var columns = Parameters.Text(context.Request, "h")?.Split(',') ?? CatRow.Columns;
        foreach (var sort in (Parameters.Text(context.Request, "s") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var parts = sort.Split(':');
            rows = [.. parts is [_, "desc"] ? rows.OrderByDescending(row => row.Key(parts[0])) : rows.OrderBy(row => row.Key(parts[0]))];
        }

        return Parameters.Text(context.Request, "format") == "json"
            ? Reply.WriteAsync(context, new JsonArray([.. rows.Select(row => (JsonNode)row.ToJson(columns))]))
            : Reply.WriteTextAsync(context, CatRow.Table(rows, columns, withHeader: Parameters.Flag(context.Request, "v")));
    }
}
