using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Analysis;
using Tmcp.AiOps.Analysis.Rules;
using Tmcp.AiOps.Context;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Analysis;

/// <summary>A process that ended by itself, a test alert, and what nothing explains: evidence is always what was really written.</summary>
public sealed class EndRulesTests
{
    private const string Killed = "agent ended unexpectedly, by a signal.";

    [Fact]
    public void End_without_a_known_cause_shows_the_last_lines_in_their_order()
    {
        var result = Analyse(Killed, ("info", "one"), ("info", "two"), ("info", "three"), ("info", "four"), ("info", "five"), ("info", "six"));

        Assert.Equal(FailureKind.Ended, result.Kind);
        Assert.Equal(["two", "three", "four", "five", "six"], result.Evidence);
    }

    [Fact]
    public void One_error_right_before_the_end_is_its_cause()
    {
        var result = Analyse(Killed, ("info", "Server started"), ("error", "write /data/x: no space left on device"));

        Assert.Equal(FailureKind.DiskFull, result.Kind);
        Assert.Equal(["write /data/x: no space left on device"], result.Evidence);
    }

    [Fact]
    public void Test_alert_says_that_nothing_is_broken_whatever_else_the_log_holds()
    {
        var incident = Incident("A test alert from the dashboard.", "TestAlert");

        var result = RuleAnalyst.Analyse(incident, Context(incident.First.Message, ("warning", "Test alert press-1: nothing is broken."), ("error", "connection refused")), note: null);

        Assert.Equal(FailureKind.Test, result.Kind);
        Assert.Equal(["Test alert press-1: nothing is broken."], result.Evidence);
    }

    [Fact]
    public void Unknown_failure_without_an_error_line_shows_the_last_lines()
    {
        var result = Analyse("the moon is made of cheese", ("info", "one"), ("info", "two"));

        Assert.Equal((FailureKind.Unknown, 2), (result.Kind, result.Evidence.Count));
    }

    private static AnalysisResult Analyse(string message, params (string Level, string Text)[] lines) =>
        RuleAnalyst.Analyse(Incident(message, ""), Context(message, lines), note: null);

    private static AiOps.Incidents.Incident Incident(string message, string name) =>
        AiOps.Incidents.IncidentChanges.Open("20261121-060000-abcdefgh", Signals.Firing("f", message) with { Name = name }, Signals.At);

    // With the alert's own words among them, as the reader of the context has it.
    private static IncidentContext Context(string message, params (string Level, string Text)[] lines) => new()
    {
        Lines = [.. lines.Select(line => new ContextLine(Signals.At, "agent", line.Level, line.Text)), new ContextLine(Signals.At, "agent", SeverityWords.Name(Severity.Error), message)],
        DependencyLines = [],
    };
}
