using Aspire.Hosting.Orchestration.Dcp;

namespace TmcpHosting.Tests.Orchestration;

public sealed class DcpTemplateTests
{
    private static readonly string _own = DcpTemplate.PortForServing("web");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{", "{")]
    [InlineData("}}", "}}")]
    [InlineData("{{.Name}}", """{{"{{"}}.Name}}""")]
    [InlineData("{{{", """{{"{{"}}{""")]
    [InlineData("{{{{", """{{"{{"}}{{"{{"}}""")]
    public void Braces_of_users_are_escaped(string text, string escaped) => Assert.Equal(escaped, DcpTemplate.Escape(text));

    [Fact]
    public void Own_templates_stay_between_escaped_text() => Assert.Equal(
        $$$"""{{"{{"}}a}}{{{_own}}}b{{{_own}}}{{"{{"}}""", DcpTemplate.Escape($$$"""{{a}}{{{_own}}}b{{{_own}}}{{""", [_own]));

    [Fact]
    public void Templates_of_other_resources_are_escaped() => Assert.DoesNotContain(
        DcpTemplate.PortForServing("other"), DcpTemplate.Escape(DcpTemplate.PortForServing("other"), [_own]), StringComparison.Ordinal);
}
