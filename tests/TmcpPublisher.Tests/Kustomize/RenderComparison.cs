using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Output;
using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Kustomize;

/// <summary>Renders a tree here and by kubectl, and demands the same objects.</summary>
internal static class RenderComparison
{
    internal static void AssertSame(FileTree tree, string folder)
    {
        var root = OwnedFolder.Create("tmcp-kustomize-");
        try
        {
            foreach (var (path, text) in tree.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
                File.WriteAllText(Path.Combine(root, path), text);
            }

            var theirs = YamlFile.ReadObjects("kubectl", Kubectl.Run("kustomize", Path.Combine(root, folder)));
            var ours = new KustomizeRenderer(new ObjectFiles(tree)).Render(folder).Objects;
            Assert.NotEmpty(theirs);
            Assert.Equal(Lines(theirs), Lines(ours));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Lines(IEnumerable<KubeObject> objects)
        => string.Join('\n', objects.Select(item => Sorted(item.Root)!.ToJsonString()).Order(StringComparer.Ordinal));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray(items.Select(Sorted).ToArray()),
        _ => node?.DeepClone(),
    };
}
