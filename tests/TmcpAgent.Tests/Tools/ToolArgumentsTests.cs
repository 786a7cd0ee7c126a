using System.Text.Json;
using Tmcp.Agent.Tools;

namespace Tmcp.Agent.Tests.Tools;

public sealed class ToolArgumentsTests
{
    [Theory]
    [InlineData("{}", 30)]
    [InlineData("""{"n":5}""", 5)]
    [InlineData("""{"n":"5"}""", 5)]
    [InlineData("""{"n":5.9}""", 5)]
    [InlineData("""{"n":0}""", 1)]
    [InlineData("""{"n":-1e300}""", 1)]
    [InlineData("""{"n":1e300}""", 100)]
    [InlineData("""{"n":1e999}""", 30)]
    [InlineData("""{"n":"many"}""", 30)]
    [InlineData("""{"n":null}""", 30)]
    public void Numbers_are_taken_as_models_write_them_and_kept_in_range(string arguments, int number) =>
        Assert.Equal(number, ToolArguments.Parse(arguments)!.Number("n", otherwise: 30, least: 1, most: 100));

    [Fact]
    public void No_text_whatsoever_fails_otherwise_than_with_words_for_the_model()
    {
        var random = new Random(3);
        const string Sample = """{"collection":"leads","record_id":"\ud83d\ude00","data_json":"{\"a\":[1,2,{}]}","page":3}""";
        for (var i = 0; i < 3000; i++)
        {
            var text = Sample.ToCharArray();
            for (var hit = random.Next(0, 5); hit > 0; hit--)
                text[random.Next(text.Length)] = Sample[random.Next(Sample.Length)];
            if (ToolArguments.Parse(new string(text)) is not { } arguments)
                continue;

            JsonSerializer.SerializeToUtf8Bytes(arguments.Show());
            arguments.Number("page", 1, 1, 10);
            var words = Record.Exception(() =>
            {
                arguments.Find("filter");
                arguments.Require("record_id");
                arguments.Require("collection");
                arguments.Data("data_json");
            });
            Assert.True(words is null or ToolArgumentException, $"{new string(text)}: {words}");
        }
    }
}
