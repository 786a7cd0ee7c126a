using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tmcp.Publisher.Kustomize;

/// <summary>Reads YAML text as JSON values.</summary>
internal static class YamlFile
{
    /// <summary>The objects of a file; empty documents are left out.</summary>
    /// <exception cref="KustomizeException">The text is no YAML, has a key twice, or a document is no mapping.</exception>
    internal static IReadOnlyList<KubeObject> ReadObjects(string file, string text)
    {
        var objects = new List<KubeObject>();
        foreach (var document in Load(file, text))
        {
            var line = (int)document.Start.Line;
            switch (Convert(document))
            {
                case JsonObject root:
                    objects.Add(new KubeObject(root, file, line));
                    break;
                case null:
                    break;
                default:
                    throw new KustomizeException(file, "A document is not a mapping.", "Write one Kubernetes object in each document.", line);
            }
        }

        return objects;
    }

    /// <summary>The only value of a text; null when there is none.</summary>
    /// <exception cref="KustomizeException">The text is no YAML or holds several documents.</exception>
    internal static JsonNode? ReadValue(string file, string text)
    {
        var documents = Load(file, text);
        return documents.Count > 1
            ? throw new KustomizeException(file, $"There are {documents.Count} documents where one is expected.", "Split them.")
            : documents is [var only] ? Convert(only) : null;
    }

    private static List<YamlNode> Load(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException invalid)
        {
            throw new KustomizeException(
                file, $"The text is no valid YAML at line {invalid.Start.Line}: {invalid.Message}", "Correct that line.", (int)invalid.Start.Line);
        }

        return stream.Documents.Select(document => document.RootNode).ToList();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(member => KeyValuePair.Create(Key(member.Key), Convert(member.Value)))),
        YamlSequenceNode sequence => new JsonArray(sequence.Children.Select(Convert).ToArray()),
        YamlScalarNode scalar => YamlScalars.Read(scalar),
        _ => throw new InvalidOperationException($"A YAML node of type '{node.GetType().Name}' has no JSON form."),
    };

    private static string Key(YamlNode key) => (key as YamlScalarNode)?.Value
        ?? throw new InvalidOperationException($"A key at line {key.Start.Line} is no text.");
}
