using System.Diagnostics;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Output;
using Tmcp.Publisher.Tests.Kustomize;
using Tmcp.Publisher.Tests.Lint;
using Tmcp.Tests.Shared;
using Xunit;

namespace Tmcp.Publisher.Tests.Schemas;

/// <summary>Our validator and Ajv say the same of good objects and of every change of one field of them.</summary>
public sealed class AjvComparisonTests
{
    [StrictSchemasFact]
    public async Task Verdicts_equal_those_of_ajv()
    {
        var objects = Objects(GoodTree.Folder).Concat(ExampleTree.Missing is null ? Objects(ExampleTree.Folder) : []).ToList();
        var cases = objects.SelectMany(item => Changes(item.Root).Prepend(item.Root).Select(root => (item.ApiVersion, item.Kind, Root: root))).ToList();
        var index = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(StrictSchemas.Folder, "index.json")));
        var schemas = SchemaSet.Open(StrictSchemas.Folder);

        var ours = cases.ConvertAll(entry => schemas.Find(entry.ApiVersion, entry.Kind)!.Check(entry.Root).Count == 0);
        var theirs = await AskAjvAsync(cases.Select(entry => (index.Get($"{entry.ApiVersion}/{entry.Kind}", "file").Text()!, entry.Root)));

        Assert.True(cases.Count > 1000, $"{cases.Count} cases");
        Assert.Contains(false, ours);
        Assert.Empty(cases.Zip(ours.Zip(theirs)).Where(pair => pair.Second.First != pair.Second.Second)
            .Select(pair => $"ours {pair.Second.First}, Ajv {pair.Second.Second}: {pair.First.Root.ToJsonString()}"));
    }

    private static IEnumerable<KubeObject> Objects(string folder)
    {
        var files = new ObjectFiles(TreeFolder.Read(folder));
        return files.Paths.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(files.Read);
    }

    // For each place: removed, of another type, and with an unknown neighbour.
    private static IEnumerable<JsonObject> Changes(JsonObject root)
    {
        foreach (var path in Paths(root, []).ToList())
        {
            foreach (var change in new Action<JsonNode, object>[] { Remove, (parent, key) => Set(parent, key, JsonValue.Create(-1)), (parent, key) => Set(parent, key, "Not Valid!\n"), AddNeighbour })
            {
                var copy = root.DeepClone().AsObject();
                JsonNode parent = copy;
                foreach (var key in path[..^1])
                    parent = key is int index ? parent[index]! : parent[(string)key]!;
                change(parent, path[^1]);
                yield return copy;
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, [.. path, member.Key]).Prepend([.. path, member.Key])),
        JsonArray items => items.SelectMany((item, index) => Paths(item, [.. path, index]).Prepend([.. path, index])),
        _ => [],
    };

    private static void Remove(JsonNode parent, object key)
    {
        if (key is int index)
            parent.AsArray().RemoveAt(index);
        else
            parent.AsObject().Remove((string)key);
    }

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int index)
            parent[index] = value;
        else
            parent[(string)key] = value;
    }

    private static void AddNeighbour(JsonNode parent, object key)
    {
        if (parent is JsonObject members)
            members["unknownNeighbour"] = true;
        else
            parent.AsArray().Add(null);
    }

    private static async Task<List<bool>> AskAjvAsync(IEnumerable<(string File, JsonObject Root)> cases)
    {
        await NodeModules.EnsureAsync();
        var folder = OwnedFolder.Create("tmcp-ajv-");
        try
        {
            var input = Path.Combine(folder, "cases.jsonl");
            await File.WriteAllLinesAsync(input, cases.Select(entry => new JsonObject { ["file"] = entry.File, ["object"] = entry.Root.DeepClone() }.ToJsonString()));
            using var node = Process.Start(new ProcessStartInfo("node", ["strict-schema-check.mjs", StrictSchemas.Folder, input])
            {
                WorkingDirectory = Path.Combine(RepositoryFolder.Path, "tests", "clients"),
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var lines = (await node.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await node.WaitForExitAsync();
            Assert.Equal(0, node.ExitCode);
            return [.. lines.Select(bool.Parse)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
