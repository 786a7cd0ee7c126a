using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Indices;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary><c>_index_template</c>.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this WebApplication app)
    {
        app.MapGet("/_index_template", (HttpContext context, IndexCatalog catalog) => GetAsync(context, catalog, "*"));
        app.MapGet("/_index_template/{name}", (HttpContext context, IndexCatalog catalog, string name) => GetAsync(context, catalog, name));
        app.MapMethods("/_index_template/{name}", ["HEAD"], (HttpContext context, IndexCatalog catalog, string name) =>
            context.Response.StatusCode = catalog.Read(all => all.Templates.All.ContainsKey(name)) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
        app.MapMethods("/_index_template/{name}", ["PUT", "POST"], PutAsync);
        app.MapDelete("/_index_template/{name}", DeleteAsync);
    }

    private static Task GetAsync(HttpContext context, IndexCatalog catalog, string name)
    {
        var found = catalog.Read(all => all.Templates.All
            .Where(template => WildcardText.Matches(name, template.Key))
            .Select(template => (JsonNode)new JsonObject { ["name"] = template.Key, ["index_template"] = template.Value.DeepClone() })
            .ToArray());
        if (found.Length == 0 && !name.Contains('*', StringComparison.Ordinal))
            throw Missing(name);
        return Reply.WriteAsync(context, new JsonObject { ["index_templates"] = new JsonArray(found) });
    }

    private static async Task PutAsync(HttpContext context, IndexCatalog catalog, string name)
    {
        var body = await Body.ReadAsync(context);
        var onlyCreate = Parameters.Flag(context.Request, "create");
        catalog.Write(all =>
        {
            if (onlyCreate && all.Templates.All.ContainsKey(name))
                throw ElasticsearchError.Argument($"index template [{name}] already exists");
            all.Templates.Put(name, body);
            return true;
        });
        await Reply.WriteAsync(context, new JsonObject { ["acknowledged"] = true });
    }

    private static Task DeleteAsync(HttpContext context, IndexCatalog catalog, string name) => catalog.Write(all => all.Templates.Remove(name))
        ? Reply.WriteAsync(context, new JsonObject { ["acknowledged"] = true })
        : throw Missing(name);

    private static ElasticsearchError Missing(string name) => new(404, "resource_not_found_exception", $"index template matching [{name}] not found");
}
