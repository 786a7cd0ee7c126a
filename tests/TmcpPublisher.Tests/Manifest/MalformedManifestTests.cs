using System.Text;
using System.Text.Json.Nodes;
using Tmcp.Publisher.Commands;
using Tmcp.Publisher.Tests.Commands;
using Tmcp.Publisher.Tests.Graph;

namespace Tmcp.Publisher.Tests.Manifest;

/// <summary>Whatever a manifest holds, the tool answers with a tree or with words: no stack trace, and exit code 2.</summary>
public sealed class MalformedManifestTests : IDisposable
{
    private const int Rounds = 300;

    private static readonly string[] Strange =
    [
        "null", "true", "-1", "1e999", "\"\"", "\"{\"", "\"{a.b}\"", "\"\\u0000\"", "\"../../../etc\"", "[]", "{}", "[[[]]]", "{\"a\":{\"b\":{}}}", "\"{setting-0.value}{setting-0.value}\"",
        "\"{setting-0-uri-encoded.value}\"", "\"container.v0\"", "\"executable.v0\"", "\"tmcp.kubernetes.v0\"", "99999999999999999999", "\"\\ud83d\\ude00\"",
    ];

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Manifest_with_random_values_is_published_or_refused_in_words()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var root = JsonNode.Parse(RandomManifest.Create(seed % 7, programs: 6))!;
            for (var changes = 1 + random.Next(4); changes > 0; changes--)
                Change(root, random);

            await AssertAnsweredAsync(root.ToJsonString(), $"seed {seed}");
        }
    }

    [Fact]
    public async Task Manifest_with_random_bytes_is_published_or_refused_in_words()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(RandomManifest.Create(seed % 7, programs: 3)).ToList();
            for (var changes = 1 + random.Next(3); changes > 0; changes--)
                Damage(bytes, random);

            File.WriteAllBytes(_folder.Manifest, [.. bytes]);
            AssertAnswered(await _folder.RunAsync("graph"), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task Deep_nesting_is_refused(int depth) =>
        await AssertAnsweredAsync($"{{\"resources\":{string.Concat(Enumerable.Repeat("{\"a\":", depth))}1{new string('}', depth + 1)}", "depth");

    private static void Change(JsonNode root, Random random)
    {
        var nodes = All(root).Where(node => node.Parent is not null).ToArray();
        if (nodes.Length == 0)
            return;

        var node = nodes[random.Next(nodes.Length)];
        var value = random.Next(5) == 0 ? null : JsonNode.Parse(Strange[random.Next(Strange.Length)]);
        if (node.Parent is JsonArray array)
            array[array.IndexOf(node)] = value;
        else if (random.Next(4) == 0)
            node.Parent!.AsObject().Remove(node.GetPropertyName());
        else if (random.Next(4) == 0)
            node.Parent!.AsObject()[$"{node.GetPropertyName()}x"] = value;
        else
            node.Parent!.AsObject()[node.GetPropertyName()] = value;
    }

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(All).Prepend(node);
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                break;
            case 2:
                bytes.InsertRange(at, Enumerable.Range(0, random.Next(10)).Select(_ => (byte)random.Next(256)));
                break;
            default:
                bytes.RemoveRange(Math.Max(1, at), bytes.Count - Math.Max(1, at));
                break;
        }
    }

    private async Task AssertAnsweredAsync(string manifest, string what)
    {
        File.WriteAllText(_folder.Manifest, manifest);
        AssertAnswered(await _folder.RunAsync("graph"), what);
    }

    private static void AssertAnswered(CommandResult result, string what)
    {
        Assert.True(result.Code is ExitCode.Done or ExitCode.InvalidInput, $"{what}: {result.Code}");
        Assert.True(result.Code == ExitCode.Done || result.Error.Trim().Length > 0, what);
        Assert.False(result.Error.Contains("   at ", StringComparison.Ordinal) || result.Error.Contains("Exception", StringComparison.Ordinal), $"{what}: {result.Error}");
    }
}
