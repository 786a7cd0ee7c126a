using Tmcp.Publisher.Graph;
using static Tmcp.Publisher.Tests.Kubernetes.TmcpGraph;

namespace Tmcp.Publisher.Tests.Kubernetes;

/// <summary>Text that the kubelet reads: it has to arrive as the graph has it, with secrets put in and nothing else taken for a variable.</summary>
public sealed class ExpansionTests
{
    private static readonly Dictionary<string, string> Secrets = new() { ["API_KEY"] = "$(API_KEY)$$s3cret" };

    [Theory]
    [InlineData("plain")]
    [InlineData("$(HOME)")]
    [InlineData("$$(HOME)")]
    [InlineData("$$$(HOME)")]
    [InlineData("$")]
    [InlineData("$$")]
    [InlineData("$(")]
    [InlineData("$(API_KEY)")]
    [InlineData("a$b$(c)$d")]
    [InlineData("{\"price\":\"$5\",\"sum\":\"$(total)\"}")]
    public void Text_around_a_secret_arrives_as_it_is(string text)
    {
        var tree = TmcpPlaces.Render(With("bridge", bridge => bridge with
        {
            Environment = [Variable("MIXED", new TextTemplate([new TextPart.Literal(text), new TextPart.Secret("api-key"), new TextPart.Literal(text)]))],
            Arguments = [Literal(text), Mixed(text, "api-key")],
        }).And(new Parameter("api-key", true, false, null, null)));
        var rendered = new Rendered(tree, "overlays/prod");
        var arguments = rendered.Container("Deployment", "mcp-bridge")["args"]!.AsArray();

        Assert.Equal(text + Secrets["API_KEY"] + text, KubernetesExpansion.Expand(rendered.Variable("Deployment", "mcp-bridge", "MIXED")!, Secrets));
        Assert.Equal(text, KubernetesExpansion.Expand(arguments[0]!.GetValue<string>(), Secrets));
        Assert.Equal(text + Secrets["API_KEY"], KubernetesExpansion.Expand(arguments[1]!.GetValue<string>(), Secrets));
    }

    [Fact]
    public void Random_text_arrives_as_it_is()
    {
        var random = new Random(20);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "$()AK_"[random.Next(6)]));
            var escaped = Tmcp.Publisher.Kubernetes.Planning.ExpansionText.Escape(text + Tmcp.Publisher.Kubernetes.Planning.ExpansionText.Reference("API_KEY") + text);

            Assert.Equal(text + Secrets["API_KEY"] + text, KubernetesExpansion.Expand(escaped, Secrets));
        }
    }

    [Fact]
    public void A_config_map_is_not_expanded_and_so_not_escaped()
    {
        var tree = TmcpPlaces.Render(With("bridge", bridge => bridge with { Environment = [Variable("PATTERN", Literal("$(HOME)$$"))] }));

        Assert.Equal("$(HOME)$$", new Rendered(tree, "overlays/prod").Config("bridge-config")["PATTERN"]);
    }
}
