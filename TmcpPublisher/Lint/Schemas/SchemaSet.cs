using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;

namespace Tmcp.Publisher.Lint.Schemas;

/// <summary>A folder of strict schemas: <c>index.json</c> maps <c>apiVersion/kind</c> to <c>{"file": …}</c>. A schema is read when it is first needed.</summary>
internal sealed class SchemaSet
{
    private readonly string _folder;
    private readonly JsonObject _index;
    private readonly Dictionary<string, StrictSchema> _read = new(StringComparer.Ordinal);

    private SchemaSet(string folder, JsonObject index)
    {
        _folder = folder;
        _index = index;
    }

    /// <summary>The kinds that have a schema, as <c>apiVersion/kind</c>.</summary>
    internal IEnumerable<string> Kinds => _index.Select(member => member.Key);

    /// <exception cref="InvalidDataException">The folder has no index, or one of another form.</exception>
    internal static SchemaSet Open(string folder)
    {
        var file = Path.Combine(folder, "index.json");
        return File.Exists(file)
            ? new SchemaSet(folder, Parse(file))
            : throw new InvalidDataException($"There is no '{file}'. Give --schemas a folder of strict schemas with its index.");
    }

    /// <summary>The schema of a kind; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The schema cannot be read.</exception>
    internal StrictSchema? Find(string apiVersion, string kind)
    {
        var key = $"{apiVersion}/{kind}";
        if (_read.TryGetValue(key, out var schema))
            return schema;

        return _index.Get(key, "file").Text() is not { } file
            ? null
            : _read[key] = new StrictSchema(file, Parse(Path.Combine(_folder, file)));
    }

    private static JsonObject Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
        catch (Exception invalid) when (invalid is JsonException or IOException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{file}' is no JSON object: {invalid.Message}. Use a folder of strict schemas.", invalid);
        }
    }
}
