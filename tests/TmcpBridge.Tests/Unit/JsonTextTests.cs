using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tests.Unit;

public sealed class JsonTextTests
{
    [Fact]
    public void Json_is_indented_by_two_blanks_and_keeps_its_order_letters_and_numbers()
    {
        const string Compact = """{"z":1,"a":[true,null,-1.50e3,{}],"html":"\u003cb\u003eTết & \"Xuân\"\n\u003c/b\u003e","empty":[],"\u0061b":""}""";

        Assert.Equal(
            """
            {
              "z": 1,
              "a": [
                true,
                null,
                -1.50e3,
                {}
              ],
              "html": "<b>Tết & \"Xuân\"\n</b>",
              "empty": [],
              "ab": ""
            }
            """,
            Reformat(Compact));
    }

    [Fact]
    public void Random_documents_keep_their_meaning()
    {
        var random = new Random(8090);
        for (var round = 0; round < 500; round++)
        {
            var document = RandomNode(random, depth: 4);
            var compact = document?.ToJsonString() ?? "null";

            Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(Reformat(compact))), compact);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<html></html>")]
    public void Something_else_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => Reformat(text));

    private static string Reformat(string json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonText.Reformat(Encoding.UTF8.GetBytes(json), buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonNode? RandomNode(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.NextDouble() > 0.5),
        2 => JsonValue.Create(random.Next()),
        3 => JsonValue.Create(random.NextDouble()),
        4 => JsonValue.Create(RandomText(random)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomNode(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5)).Select(index => KeyValuePair.Create($"{index}{RandomText(random)}", RandomNode(random, depth - 1)))),
    };

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => new Rune(random.Next(0xD800)).ToString()));
}
