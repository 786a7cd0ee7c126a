using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Makes ConfigMaps from literals and files, or changes those that a base made.</summary>
internal static class ConfigMapGenerator
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "name", "namespace", "behavior", "literals", "files", "options" };
    private static readonly HashSet<string> Options = new(StringComparer.Ordinal) { "disableNameSuffixHash", "labels", "annotations" };

    internal static void Apply(ObjectFiles files, Kustomization kustomization, List<KubeObject> objects)
    {
        Kustomization.RequireFields(kustomization.File, kustomization.Root.Get("generatorOptions"), "generatorOptions.", Options);
        foreach (var (index, generator) in kustomization.Root.Get("configMapGenerator").Items().Index())
        {
            var path = $"configMapGenerator[{index}].";
            Kustomization.RequireFields(kustomization.File, generator, path, Fields);
            Kustomization.RequireFields(kustomization.File, generator.Get("options"), $"{path}options.", Options);
            var made = Make(files, kustomization, generator);
            switch (generator.Get("behavior").Text())
            {
                case null or "create" or "unspecified":
                    objects.Add(made);
                    break;
                case "merge":
                    Replace(kustomization, objects, made, keep: true);
                    break;
                case "replace":
                    Replace(kustomization, objects, made, keep: false);
                    break;
                case var other:
                    throw new KustomizeException(kustomization.File, $"{path}behavior is '{other}'.", "Write 'create', 'merge' or 'replace'.");
            }
        }
    }

    private static KubeObject Make(ObjectFiles files, Kustomization kustomization, JsonNode? generator)
    {
        var data = new JsonObject();
        foreach (var file in generator.Get("files").Texts())
            AddFile(files, kustomization, data, file);
        foreach (var literal in generator.Get("literals").Texts())
            AddLiteral(kustomization, data, literal);

        var metadata = new JsonObject { ["name"] = generator.Get("name").Text() ?? throw Nameless(kustomization) };
        if (generator.Get("namespace").Text() is { } name)
            metadata["namespace"] = name;
        var common = kustomization.Root.Get("generatorOptions");
        foreach (var kind in new[] { "labels", "annotations" })
        {
            foreach (var member in common.Get(kind).Members().Concat(generator.Get("options", kind).Members()))
                metadata.Ensure(kind)[member.Key] = member.Value?.DeepClone();
        }

        var root = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = metadata };
        if (data.Count > 0)
            root["data"] = data;
        var fixedName = generator.Get("options", "disableNameSuffixHash") ?? common.Get("disableNameSuffixHash");
        return new KubeObject(root, kustomization.File, line: 1) { NeedsHash = !fixedName.IsTrue() };
    }

    private static KustomizeException Nameless(Kustomization kustomization)
        => new(kustomization.File, "A configMapGenerator has no name.", "Add 'name'.");

    // KEY="text": one pair of equal quotes around the text is not part of it, and nothing inside is unescaped.
    private static void AddLiteral(Kustomization kustomization, JsonObject data, string literal)
    {
        var equals = literal.IndexOf('=');
        if (equals < 1)
            throw new KustomizeException(kustomization.File, $"The literal '{literal}' is not of the form KEY=\"value\".", "Add the key.");

        var value = literal[(equals + 1)..];
        if (value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'')
            value = value[1..^1];
        AddKey(kustomization, data, literal[..equals], value);
    }

    // key=path, or path alone, whose file name is then the key.
    private static void AddFile(ObjectFiles files, Kustomization kustomization, JsonObject data, string source)
    {
        var equals = source.IndexOf('=');
        var file = TreePath.Join(kustomization.Folder, source[(equals + 1)..]);
        if (!files.Contains(file))
            throw new KustomizeException(kustomization.File, $"A configMapGenerator reads '{source}', which is not there.", "Correct the path, or add the file.");

        AddKey(kustomization, data, equals < 0 ? TreePath.FileName(file) : source[..equals], files.Text(file));
    }

    private static void AddKey(Kustomization kustomization, JsonObject data, string key, string value)
    {
        if (!data.TryAdd(key, JsonValue.Create(value)))
            throw new KustomizeException(kustomization.File, $"The key '{key}' is there twice in one configMapGenerator.", "Remove one of them.");
    }

    private static void Replace(Kustomization kustomization, List<KubeObject> objects, KubeObject made, bool keep)
    {
        var index = objects.FindIndex(item => item.Kind == "ConfigMap" && item.Name == made.Name && (made.Namespace is null || item.Namespace == made.Namespace));
        if (index < 0)
        {
            throw new KustomizeException(
                kustomization.File, $"A configMapGenerator changes '{made.Name}', which no resource below makes.", "Correct the name, or remove 'behavior'.");
        }

        var old = objects[index];
        foreach (var section in new[] { "labels", "annotations" })
        {
            foreach (var member in old.Root.Get("metadata", section).Members().ToList())
                made.Root["metadata"]!.AsObject().Ensure(section).TryAdd(member.Key, member.Value?.DeepClone());
        }

        if (old.Namespace is { } name)
            made.Namespace = name;
        if (keep)
        {
            var data = made.Root.Ensure("data");
            foreach (var member in old.Root.Get("data").Members().ToList())
                data.TryAdd(member.Key, member.Value?.DeepClone());
        }

        objects[index] = new KubeObject(made.Root, old.File, old.Line) { NeedsHash = old.NeedsHash && made.NeedsHash };
    }
}
