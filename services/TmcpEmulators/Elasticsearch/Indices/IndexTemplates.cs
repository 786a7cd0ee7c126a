using System.Text.Json.Nodes;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;

namespace TmcpEmulators.Elasticsearch.Indices;

/// <summary>Index templates: mappings for indexes that are not there yet.</summary>
internal sealed class IndexTemplates(string? folder)
{
    private readonly SortedDictionary<string, JsonObject> _templates = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonObject> All => _templates;

    private string? File => folder is null ? null : Path.Combine(folder, "templates.json");

    public void Load()
    {
        if (File is not { } file || !System.IO.File.Exists(file))
            return;
        foreach (var (name, template) in (JsonObject)JsonNode.Parse(System.IO.File.ReadAllBytes(file))!)
            _templates[name] = (JsonObject)template!.DeepClone();
    }

    public void Put(string name, JsonObject template)
    {
        template.Allow("index_template", "index_patterns", "template", "priority", "version", "_meta", "composed_of", "allow_auto_create");
        if (template["index_patterns"].Many().Any() is false)
            throw ElasticsearchError.Argument($"index template [{name}] is missing [index_patterns]");
        if (template["composed_of"].Many().Any())
            throw ElasticsearchError.Unsupported("[composed_of] of an index template");
        IndexBody.Check(template["template"] as JsonObject ?? []);
        new FieldTable().Declare(template["template"]?["mappings"]);
        _templates[name] = template;
        Save();
    }

    public bool Remove(string name)
    {
        var removed = _templates.Remove(name);
        if (removed)
            Save();
        return removed;
    }

    /// <summary>Mappings of the template with the highest priority that fits; empty when none does.</summary>
    public JsonObject MappingsFor(string index) => _templates.Values
        .Where(template => template["index_patterns"].Many().Any(pattern => WildcardText.Matches(pattern.Text("index_patterns"), index)))
        .MaxBy(template => template["priority"]?.Whole("priority") ?? 0)?["template"]?["mappings"]?.DeepClone() as JsonObject ?? [];

    private void Save()
    {
        if (File is not { } file)
            return;
        Directory.CreateDirectory(folder!);
        var all = new JsonObject(_templates.Select(template => KeyValuePair.Create(template.Key, (JsonNode?)template.Value.DeepClone())));
        System.IO.File.WriteAllText(file + ".tmp", all.ToJsonString());
        System.IO.File.Move(file + ".tmp", file, overwrite: true);
    }
}
