using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary><c>_search</c>, <c>_count</c>, <c>_msearch</c>.</summary>
internal static class SearchEndpoints
{
    private static readonly string[] Methods = ["GET", "POST"];

    public static void MapSearch(this WebApplication app)
    {
        foreach (var prefix in (string[])["", Routes.Index])
        {
            app.MapMethods(prefix + "/_search", Methods, SearchAsync);
            app.MapMethods(prefix + "/_count", Methods, CountAsync);
            app.MapMethods(prefix + "/_msearch", Methods, MultiSearchAsync);
        }
    }

    private static async Task SearchAsync(HttpContext context, IndexCatalog catalog, TimeProvider clock)
    {
        var body = await Body.ReadAsync(context);
        await Reply.WriteAsync(context, writer => catalog.Read(all =>
        {
            var request = SearchRequest.Parse(body, context.Request, all.Now);
            SearchRunner.Write(writer, Indexes(context, all), request, clock, Parameters.Flag(context.Request, "rest_total_hits_as_int"));
            return true;
        }));
    }

    private static async Task CountAsync(HttpContext context, IndexCatalog catalog)
    {
        var body = await Body.ReadAsync(context);
        body.Allow("count", "query");
        await Reply.WriteAsync(context, writer => catalog.Read(all =>
        {
            var indexes = Indexes(context, all);
            var query = SearchRequest.Parse(body, context.Request, all.Now).Query;
            writer.WriteStartObject();
            writer.WriteNumber("count", SearchRunner.Count(indexes, query));
            SearchRunner.WriteShards(writer, indexes.Count);
            writer.WriteEndObject();
            return true;
        }));
    }

    private static async Task MultiSearchAsync(HttpContext context, IndexCatalog catalog, TimeProvider clock)
    {
        var lines = NewlineJson.Lines(await Body.ReadBytesAsync(context));
        if (lines.Count == 0 || lines.Count % 2 != 0)
            throw new ElasticsearchError(400, "action_request_validation_exception", "Validation Failed: 1: no requests added;");
        await Reply.WriteAsync(context, writer => catalog.Read(all =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("took", 0);
            writer.WriteStartArray("responses");
            for (var i = 0; i < lines.Count; i += 2)
                WriteOne(writer, all, (string?)context.GetRouteValue("index"), Body.Parse(lines[i].Span), lines[i + 1], clock);
            writer.WriteEndArray();
            writer.WriteEndObject();
            return true;
        }));
    }

    // One that fails is answered with its error, and the others go on.
    private static void WriteOne(Utf8JsonWriter writer, IndexCatalog all, string? index, JsonObject header, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        try
        {
            var names = header["index"] is { } given ? string.Join(',', given.Many().Select(name => name.Text("index"))) : index;
            var indexes = all.Resolve(names, header["ignore_unavailable"]?.Flag("ignore_unavailable") ?? false);
            var request = SearchRequest.Parse(Body.Parse(body.Span), null, all.Now);
            using var buffer = new MemoryStream();
            using (var inner = new Utf8JsonWriter(buffer, Reply.Options))
                SearchRunner.Write(inner, indexes, request, clock, statusToo: true);
            writer.WriteRawValue(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), skipInputValidation: true);
        }
        catch (ElasticsearchError error)
        {
            error.ToBody().WriteTo(writer);
        }
    }

    private static List<SearchIndex> Indexes(HttpContext context, IndexCatalog all)
    {
        var allowNone = Parameters.Text(context.Request, "allow_no_indices") != "false";
        return all.Resolve((string?)context.GetRouteValue("index"), Parameters.Flag(context.Request, "ignore_unavailable"), allowNone);
    }
}
