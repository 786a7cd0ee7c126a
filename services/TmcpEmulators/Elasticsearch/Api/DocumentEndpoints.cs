using System.Text.Json;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>Single documents.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost(Routes.Index + "/_doc", (HttpContext context, IndexCatalog catalog, string index) => PutAsync(context, catalog, index, null, onlyCreate: false));
        app.MapMethods(Routes.Index + "/_doc/{id}", ["PUT", "POST"], (HttpContext context, IndexCatalog catalog, string index, string id) => PutAsync(context, catalog, index, id, onlyCreate: false));
        app.MapMethods(Routes.Index + "/_create/{id}", ["PUT", "POST"], (HttpContext context, IndexCatalog catalog, string index, string id) => PutAsync(context, catalog, index, id, onlyCreate: true));
        app.MapPost(Routes.Index + "/_update/{id}", UpdateAsync);
        app.MapMethods(Routes.Index + "/_doc/{id}", ["GET", "HEAD"], GetAsync);
        app.MapMethods(Routes.Index + "/_source/{id}", ["GET", "HEAD"], GetSourceAsync);
        app.MapDelete(Routes.Index + "/_doc/{id}", DeleteAsync);
    }

    private static async Task PutAsync(HttpContext context, IndexCatalog catalog, string index, string? id, bool onlyCreate)
    {
        var source = SourceText.OneLine(await Body.ReadBytesAsync(context));
        if (source.Length == 0)
            throw new ElasticsearchError(400, "parse_exception", "request body is required");
        var condition = Condition(context.Request) with { OnlyCreate = onlyCreate || Parameters.Text(context.Request, "op_type") == "create" };
        await WriteAsync(context, catalog, all => all.GetOrCreate(index).Put(id ?? DocumentIds.New(), source, condition, all.Now));
    }

    private static async Task UpdateAsync(HttpContext context, IndexCatalog catalog, string index, string id)
    {
        var body = await Body.ReadAsync(context);
        await WriteAsync(context, catalog, all => DocumentUpdate.Run(all.GetOrCreate(index), id, body, Condition(context.Request), all.Now));
    }

    private static Task DeleteAsync(HttpContext context, IndexCatalog catalog, string index, string id) =>
        WriteAsync(context, catalog, all => all.Resolve(index)[0].Delete(id, Condition(context.Request), all.Now));

    private static async Task WriteAsync(HttpContext context, IndexCatalog catalog, Func<IndexCatalog, WriteResult> write)
    {
        var result = catalog.Write(all =>
        {
            var written = write(all);
            all.Trim();
            return written;
        });
        await Reply.WriteAsync(context, WriteReply.Body(result), result.Status);
    }

    private static Task GetAsync(HttpContext context, IndexCatalog catalog, string index, string id)
    {
        var found = Find(catalog, index, id);
        return Reply.WriteAsync(
            context,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("_index", index);
                writer.WriteString("_id", id);
                if (found is not null)
                    WriteFound(writer, found, SourceFilter.All.With(context.Request));
                else
                    writer.WriteBoolean("found", false);
                writer.WriteEndObject();
            },
            found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static void WriteFound(Utf8JsonWriter writer, Document document, SourceFilter filter)
    {
        writer.WriteNumber("_version", document.Version);
        writer.WriteNumber("_seq_no", document.SequenceNumber);
        writer.WriteNumber("_primary_term", 1);
        writer.WriteBoolean("found", true);
        if (!filter.IsOn)
            return;
        writer.WritePropertyName("_source");
        filter.Write(writer, document.Source);
    }

    private static Task GetSourceAsync(HttpContext context, IndexCatalog catalog, string index, string id)
    {
        var found = Find(catalog, index, id) ?? throw new ElasticsearchError(404, "resource_not_found_exception", $"Document not found [{index}]/[{id}]");
        return Reply.WriteAsync(context, writer => SourceFilter.All.With(context.Request).Write(writer, found.Source));
    }

    private static Document? Find(IndexCatalog catalog, string index, string id) =>
        catalog.Read(all => all.All.TryGetValue(index, out var found) ? found.Find(id) : throw ElasticsearchError.NoIndex(index));

    private static WriteCondition Condition(HttpRequest request) => WriteCondition.None with { IfSequenceNumber = Parameters.Number(request, "if_seq_no") };
}
