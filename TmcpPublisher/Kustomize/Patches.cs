using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Applies the patches of a kustomization: lists of operations, and maps to merge.</summary>
internal static class Patches
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "path", "patch", "target" };

    internal static void Apply(ObjectFiles files, Kustomization kustomization, ResourceSet set)
    {
        var patches = kustomization.Root.Get("patches").Items().ToList();
        if (patches.Count == 0)
            return;

        var byName = set.Objects.ToLookup(item => item.OriginalName, StringComparer.Ordinal);
        foreach (var (index, patch) in patches.Index())
        {
            var place = $"patches[{index}]";
            Kustomization.RequireFields(kustomization.File, patch, $"{place}.", Fields);
            var content = Content(files, kustomization, patch, place);
            var target = PatchTarget.Create(kustomization.File, place, patch.Get("target"), content);
            var matches = target.Select(set.Objects, byName).ToList();
            if (matches.Count == 0)
                set.Notes.Add(new RenderNote(kustomization.File, $"{place}.target", $"The patch for {target} matches no object."));
            if (content.Get("$patch").Text() == "delete")
                set.Objects.RemoveAll(matches.Contains);
            else
                matches.ForEach(item => Apply(kustomization.File, place, item, content));
        }
    }

    private static JsonNode Content(ObjectFiles files, Kustomization kustomization, JsonNode? patch, string place)
    {
        var file = patch.Get("path").Text() is { } relative ? TreePath.Join(kustomization.Folder, relative) : null;
        if (file is not null && !files.Contains(file))
            throw new KustomizeException(kustomization.File, $"{place} reads '{file}', which is not there.", "Correct the path, or add the file.");

        var text = file is null ? patch.Get("patch").Text() : files.Text(file);
        RefuseHalfJson(file ?? kustomization.File, place, text);
        return YamlFile.ReadValue(file ?? kustomization.File, text ?? "")
            ?? throw new KustomizeException(kustomization.File, $"{place} is empty.", "Write 'patch' or 'path'.");
    }

    // kustomize takes a text that begins with a bracket for JSON, and fails on YAML in that form.
    private static void RefuseHalfJson(string file, string place, string? text)
    {
        if (text is null || !text.StartsWith('['))
            return;

        try
        {
            JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new KustomizeException(file, $"{place} begins with '[' and is no JSON, which kustomize does not read.", "Write one '- {op: …}' in each line.");
        }
    }

    private static void Apply(string file, string place, KubeObject item, JsonNode content)
    {
        if (content is JsonArray operations)
        {
            foreach (var operation in operations)
                JsonPatch.Apply(file, place, item, operation);
        }
        else
        {
            MergePatch.Apply(file, place, item, content.AsObject());
        }
    }
}
