using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Analysis;

public sealed class VerdictTests
{
    private static readonly IncidentContext _context = new()
    {
        Lines =
        [
            new ContextLine(Signals.At, "agent", "error", "dial tcp: lookup pocketbase on 10.43.0.10:53: no such host"),
            new ContextLine(Signals.At, "agent", "info", "Application started. Press Ctrl+C to shut down."),
        ],
        DependencyLines = [new ContextLine(Signals.At, "redis", "error", "MISCONF Redis is configured to save RDB snapshots")],
    };

    [Theory]
    [InlineData("dial tcp: lookup pocketbase on 10.43.0.10:53: no such host")]
    [InlineData("\"Dial TCP:  lookup pocketbase on 10.43.0.10:53: no such host\"")]
    [InlineData("lookup pocketbase on 10.43.0.10")]
    [InlineData("[06:00:00] [error] agent: dial tcp: lookup pocketbase on 10.43.0.10:53: no such host")]
    public void A_quote_of_a_line_is_kept_and_shown_as_the_line_is(string quote) =>
        Assert.Equal([_context.Lines[0].Text], Read(FakeModel.Verdict("No name for pocketbase.", [quote], "Make the service.")).Evidence);

    [Theory]
    [InlineData("the disk is full")]
    [InlineData("error")]
    [InlineData("tcp")]
    [InlineData("")]
    public void A_quote_of_nothing_is_dropped_and_said(string quote)
    {
        var result = Read(FakeModel.Verdict("No name for pocketbase.", [quote, "lookup pocketbase on 10.43.0.10"], "Make the service."));

        Assert.Single(result.Evidence);
        Assert.Contains("1 quoted line was not in the log", result.Note!, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_real_line_the_confidence_is_low()
    {
        var result = Read(FakeModel.Verdict("It is the moon.", ["the moon is full tonight"], "Wait for daylight.", confidence: 1));

        Assert.InRange(result.Confidence, 0, 0.3);
        Assert.Equal("no line of the log supports it", result.Note);
    }

    [Theory]
    [InlineData("I think it is the database.")]
    [InlineData("{\"root_cause\":\"One alert at six\",\"evidence\":[],\"solution\":\"<<<DATA-0a3b8ea3e9314851\"}")]
    [InlineData("{\"root_cause\":")]
    [InlineData("{}")]
    [InlineData("{\"root_cause\":1,\"solution\":[]}")]
    [InlineData("{\"root_cause\":\"\",\"evidence\":[],\"solution\":\"\"}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"root_cause\":\"\\ud800 broken text\",\"solution\":\"wait a bit\"}")]
    public void Nonsense_is_told_from_an_analysis(string answer) => Assert.Equal("nonsense", Assert.Throws<ModelFailure>(() => Read(answer)).Kind);

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Here it is: {0} I hope that helps.")]
    public void Words_around_the_object_do_not_matter(string form) =>
        Assert.Equal("No name for pocketbase.", Read(form.Replace("{0}", FakeModel.Verdict("No name for pocketbase.", [], "Make it.."), StringComparison.Ordinal)).RootCause);

    [Theory]
    [InlineData("\"critical\"", "0.5", nameof(Severity.Critical), 0.5)]
    [InlineData("\"delete everything\"", "80", nameof(Severity.Error), 0.3)]
    [InlineData("null", "\"high\"", nameof(Severity.Error), 0.3)]
    [InlineData("\"info\"", "-1", nameof(Severity.Info), 0)]
    public void Severity_and_confidence_are_held_to_their_values(string severity, string confidence, string read, double most)
    {
        var result = Read($$"""{"root_cause":"a good cause","evidence":[1,null,{}],"solution":"do something","severity":{{severity}},"confidence":{{confidence}}}""");

        Assert.Equal(read, result.Severity.ToString());
        Assert.InRange(result.Confidence, 0, most);
    }

    private static AnalysisResult Read(string answer) => Verdict.Read(answer, _context, Severity.Error);
}
