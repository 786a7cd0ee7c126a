using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Schemas;
using TmcpEmulators.Tests.Clients;

namespace TmcpEmulators.Tests.Schemas;

public sealed class SchemaWriterTests
{
    private const string Prompt =
        """
        Brand name: Lotus Tea
        Keywords: tea, lotus, calm
        Budget: 5000
        {"core_messaging":{"slogan":"Sip the morning","mission_statement":"Tea for everybody"},"status":"active"}
        Write a brand identity for families who drink tea in the morning.
        """;

    [Fact]
    public async Task Instances_are_valid_for_three_hundred_generated_schemas()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("tmcp-schemas-").FullName, "instances.jsonl");
        try
        {
            var facts = Facts(Prompt);
            await File.WriteAllLinesAsync(file, Enumerable.Range(0, 300).Select(seed =>
            {
                var schema = new RandomSchema(seed).Make();
                return new JsonObject { ["instance"] = JsonNode.Parse(SchemaWriter.Write(schema, facts)), ["schema"] = schema }.ToJsonString();
            }));

            var (exitCode, output) = await NodeScript.RunAsync("ollama-schema-check.mjs", emulator: "", file);

            Assert.True(exitCode == 0, output);
            Assert.Contains("300 checked, 0 wrong", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"brandName":{"type":"string"}}}""", """{"brandName":"Lotus Tea"}""")]
    [InlineData("""{"type":"object","properties":{"brand_name":{"type":"string"},"budget":{"type":"number"}}}""", """{"brand_name":"Lotus Tea","budget":5000}""")]
    [InlineData("""{"type":"object","properties":{"slogan":{"type":"string"},"missionStatement":{"type":"string"}}}""", """{"slogan":"Sip the morning","missionStatement":"Tea for everybody"}""")]
    [InlineData("""{"type":"object","properties":{"keywords":{"type":"array","items":{"type":"string"}}}}""", """{"keywords":["tea","lotus","calm"]}""")]
    [InlineData("""{"type":"object","properties":{"status":{"enum":["planned","active"]}}}""", """{"status":"active"}""")]
    public void Values_that_the_prompt_names_are_taken(string schema, string expected)
    {
        var instance = SchemaWriter.Instance(JsonNode.Parse(schema)!, Facts(Prompt));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), instance), instance!.ToJsonString());
    }

    [Fact]
    public void Texts_without_a_value_come_from_the_prompts_words()
    {
        var instance = SchemaWriter.Instance(JsonNode.Parse("""{"type":"object","properties":{"positioning":{"type":"string"}}}""")!, Facts(Prompt))!;

        Assert.Contains("tea", instance["positioning"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#"}},"required":["a"]}""")]
    [InlineData("""{"type":"array","items":{"$ref":"#"},"minItems":3}""")]
    public void Schema_without_an_end_is_answered_anyway(string schema) =>
        Assert.NotEmpty(SchemaWriter.Write(JsonNode.Parse(schema), Facts(Prompt)));

    [Theory]
    [InlineData("^#[0-9A-Fa-f]{6}$")]
    [InlineData("^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    [InlineData(@"^\+?\d{3}[ -]\d{4}$")]
    [InlineData("^(?:yes|no)$")]
    [InlineData("^[^a]$", false)]
    [InlineData("(?=x)y", false)]
    [InlineData("a{2", false)]
    public void Simple_patterns_are_written_and_others_declined(string pattern, bool written = true)
    {
        var text = PatternWriter.TryWrite(pattern, "seed");

        Assert.Equal(written, text is not null);
        if (text is not null)
            Assert.Matches(pattern, text);
    }

    private static PromptFacts Facts(string prompt) => PromptFacts.Read([new Turn(Speaker.User, prompt)]);
}
