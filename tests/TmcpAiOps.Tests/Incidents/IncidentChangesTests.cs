using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Incidents;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Incidents;

public sealed class IncidentChangesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    private readonly Incident _open = IncidentChanges.Open("i", Signals.Firing("a"), _now);

    [Fact]
    public void It_is_over_only_when_all_its_alerts_are()
    {
        var two = _open.Apply(Signals.Firing("b"), _now, 10).Incident;

        var (one, first) = two.Apply(Signals.Resolved("a"), _now, 10);
        var (none, second) = one.Apply(Signals.Resolved("b"), _now, 10);

        Assert.Equal((IncidentState.Firing, "partly resolved"), (one.State, first));
        Assert.Equal((IncidentState.Resolved, "resolved"), (none.State, second));
    }

    [Fact]
    public void Coming_back_reopens_it_and_is_counted_once()
    {
        var over = _open.Apply(Signals.Resolved("a"), _now, 10).Incident;

        var (again, what) = over.Apply(Signals.Firing("a"), _now, 10);
        var (same, nothing) = again.Apply(Signals.Firing("a"), _now, 10);

        Assert.Equal((IncidentState.Firing, 1, "reopened"), (again.State, again.Reopened, what));
        Assert.Equal((1, null), (same.Reopened, nothing));
    }

    [Fact]
    public void The_worst_severity_stays()
    {
        var worse = _open.Apply(Signals.Firing("b") with { Severity = Severity.Critical }, _now, 10).Incident;

        Assert.Equal(Severity.Critical, worse.Apply(Signals.Firing("c") with { Severity = Severity.Warning }, _now, 10).Incident.Severity);
    }

    [Fact]
    public void It_holds_a_bounded_number_of_alerts()
    {
        var incident = _open;
        for (var i = 0; i < 50; i++)
            incident = incident.Apply(Signals.Firing($"x{i}"), _now, 10).Incident;

        Assert.Equal(10, incident.Members.Count);
    }

    [Fact]
    public void Many_reopenings_in_a_short_time_are_flapping_until_it_keeps_still()
    {
        var options = new GroupingOptions();
        var incident = _open;
        for (var i = 0; i < options.FlapLimit; i++)
            incident = incident.Apply(Signals.Resolved("a"), _now, 10).Incident.Apply(Signals.Firing("a"), _now, 10).Incident;

        Assert.Equal("flapping", Presentation.Of(incident, options, _now));
        Assert.Equal("firing error", Presentation.Of(incident, options, _now + options.FlapQuiet));
    }

    [Fact]
    public void Any_order_of_alerts_leaves_state_and_alerts_in_agreement()
    {
        var random = new Random(3);
        var incident = _open;
        for (var i = 0; i < 5_000; i++)
        {
            var fingerprint = $"{(char)('a' + random.Next(5))}";
            incident = incident.Apply(random.Next(2) == 0 ? Signals.Firing(fingerprint) : Signals.Resolved(fingerprint), _now, 5).Incident;
            Assert.Equal(incident.IsFiring, incident.State == IncidentState.Firing);
        }
    }
}
