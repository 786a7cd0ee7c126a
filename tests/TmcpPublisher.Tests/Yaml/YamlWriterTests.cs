using Tmcp.Publisher.Yaml;
using YamlDotNet.RepresentationModel;
using static Tmcp.Publisher.Yaml.Yaml;

namespace Tmcp.Publisher.Tests.Yaml;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("On")]
    [InlineData("y")]
    [InlineData("N")]
    [InlineData("FALSE")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1.5")]
    [InlineData("+12")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("010")]
    [InlineData("0o17")]
    [InlineData("0x1F")]
    [InlineData("0b11")]
    [InlineData("12:30")]
    [InlineData("12:30:45.5")]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".NaN")]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T10:00:00Z")]
    [InlineData("<<")]
    [InlineData("=")]
    public void A_text_that_reads_as_something_else_is_quoted(string text) => Assert.Equal($"\"{text}\"\n", YamlWriter.Write(Text(text)));

    [Theory]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("-")]
    [InlineData("? a")]
    [InlineData(": a")]
    [InlineData("a:")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("`a`")]
    [InlineData("{a}")]
    [InlineData("[a]")]
    [InlineData("#a")]
    [InlineData("|")]
    [InlineData("> a")]
    [InlineData("'a'")]
    [InlineData("---")]
    [InlineData("...")]
    [InlineData("ä")]
    public void A_text_with_a_meaning_in_yaml_is_quoted(string text) => Assert.StartsWith("\"", YamlWriter.Write(Text(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("100m")]
    [InlineData("1Gi")]
    [InlineData("1h0m0s")]
    [InlineData("redis-service:6379,password=$(REDIS_PASSWORD)")]
    [InlineData("PathPrefix(`/pb/`)")]
    [InlineData("http://pb-service")]
    [InlineData("Prune=false,Delete=false")]
    [InlineData("192.168.0.102/32")]
    public void An_ordinary_text_is_not(string text) => Assert.Equal(text + "\n", YamlWriter.Write(Text(text)));

    [Fact]
    public void Lines_are_a_literal_block_that_keeps_its_end()
    {
        var node = Map(("kept", Text("a\n  b\n")), ("cut", Text("a\n\nb")), ("list", Texts("x\ny")));

        Assert.Equal("kept: |\n  a\n    b\ncut: |-\n  a\n\n  b\nlist:\n  - |-\n    x\n    y\n", YamlWriter.Write(node));
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("\na")]
    [InlineData(" a\nb")]
    [InlineData("a\n \nb")]
    [InlineData("a\n\n")]
    [InlineData("a\r\nb")]
    [InlineData("a\n\tb")]
    [InlineData("a\u2028b\nc")]
    [InlineData("a\u0085b")]
    [InlineData("\ud83d\ude00\nb")]
    [InlineData("\ufeffa\nb")]
    [InlineData("\u0007\u001b\u007f")]
    [InlineData("tab\there \"quoted\" \\ back")]
    public void Awkward_texts_come_back_as_they_were(string text)
    {
        Assert.Equal(text, ((YamlScalarNode)((YamlMappingNode)Read(Map(("k", Text(text))))).Children["k"]).Value);
        Assert.Equal(text, ((YamlScalarNode)((YamlSequenceNode)Read(Texts(text)))[0]).Value);
    }

    [Fact]
    public void Random_trees_come_back_as_they_were()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var tree = RandomNodes.Create(random, depth: 4);
            var written = YamlWriter.Write(tree);

            Assert.Equal(RandomNodes.Describe(tree), RandomNodes.Describe(Read(written)));
            Assert.Equal(written, YamlWriter.Write(tree));
            Assert.DoesNotContain('\r', written);
            Assert.EndsWith("\n", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Documents_stand_under_one_comment()
        => Assert.Equal("# who wrote it\na: 1\n---\nb: {}\nc: []\nd: true\n", YamlWriter.Write("who wrote it", Map(("a", Number(1))), Map(("b", Map()), ("c", List()), ("d", Flag(true)), ("e", null))));

    private static YamlNode Read(YamlNode node) => Read(YamlWriter.Write(node));

    private static YamlNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Single().RootNode;
    }
}
