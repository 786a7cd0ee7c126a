using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class BoundedTextTests
{
    private const int Limit = 4_096;

    [Fact]
    public void Small_result_is_whole_and_has_no_note()
    {
        var result = JsonNode.Parse(Bound(new { items = new[] { new { id = "a" } }, totalItems = 1 }))!;

        Assert.Null(result[JsonCutter.NoteName]);
        Assert.Single(result["items"]!.AsArray());
    }

    [Fact]
    public void Long_list_loses_its_last_items_and_says_so()
    {
        var items = Enumerable.Range(0, 200).Select(index => new { id = $"{index:000}", text = new string('x', 50) }).ToArray();

        var result = JsonNode.Parse(Bound(new { items, page = 1, perPage = 200, totalItems = 900 }))!;

        var kept = result["items"]!.AsArray();
        Assert.InRange(kept.Count, 20, 60);
        Assert.Equal("000", (string?)kept[0]!["id"]);
        Assert.Equal(900, (int?)result["totalItems"]);
        Assert.Contains($"{kept.Count} of 200 items", (string?)result[JsonCutter.NoteName]);
    }

    [Fact]
    public void Long_text_ends_early_and_short_ones_stay()
    {
        var result = JsonNode.Parse(Bound(new { id = "a", title = "Spring", body = string.Concat(Enumerable.Repeat("Tết 🎉 ", 5_000)) }))!;

        Assert.Equal("Spring", (string?)result["title"]);
        Assert.EndsWith("…", (string?)result["body"]);
        Assert.Contains("texts longer than", (string?)result[JsonCutter.NoteName]);
    }

    [Fact]
    public void Record_of_many_numbers_loses_its_largest_member()
    {
        var result = JsonNode.Parse(Bound(new { id = "a", numbers = Enumerable.Range(0, 5_000).ToArray() }))!;

        Assert.Equal("a", (string?)result["id"]);
        Assert.Null(result["numbers"]);
        Assert.Contains("largest members are missing", (string?)result[JsonCutter.NoteName]);
    }

    [Fact]
    public void Whatever_it_is_the_text_is_json_and_not_too_large()
    {
        var random = new Random(42);
        for (var round = 0; round < 150; round++)
        {
            var text = Bound(RandomValue(random, depth: 4));

            JsonNode.Parse(text);
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 0, Limit);
        }
    }

    [Fact]
    public void Something_else_than_json_fails_the_call() => Assert.Throws<CallFailedException>(() => Text().Of("<html>"u8));

    private static string Bound(object? value) => Text().Of(JsonSerializer.SerializeToUtf8Bytes(value));

    private static BoundedText Text() => new(Options.Create(new BridgeOptions { MaxResultBytes = Limit }));

    private static object RandomValue(Random random, int depth) => random.Next(4) switch
    {
        0 when depth < 4 => random.Next(),
        1 when depth < 4 => new string((char)random.Next(0x20, 0x2FF), random.Next(3_000)),
        2 when depth > 0 => Enumerable.Range(0, random.Next(1, 12)).Select(_ => RandomValue(random, depth - 1)).ToArray(),
        _ => depth > 0
            ? Enumerable.Range(0, random.Next(1, 12)).ToDictionary(index => index == 0 ? "items" : $"m{index}", _ => RandomValue(random, depth - 1))
            : random.NextDouble(),
    };
}
