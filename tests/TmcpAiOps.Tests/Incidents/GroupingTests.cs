using Microsoft.Extensions.Options;
using Tmcp.AiOps.Alerts;
using Tmcp.AiOps.Tests.Doubles;

namespace Tmcp.AiOps.Tests.Incidents;

public sealed class GroupingTests
{
    private readonly Grouping _grouping = new(Options.Create(new GroupingOptions()));

    [Fact]
    public void The_order_of_labels_does_not_matter_but_every_label_does()
    {
        var one = Of(("alertname", "A"), ("instance", "x"));

        Assert.Equal(one.Fingerprint, Of(("instance", "x"), ("alertname", "A")).Fingerprint);
        Assert.NotEqual(one.Fingerprint, Of(("alertname", "A"), ("instance", "y")).Fingerprint);
        Assert.NotEqual(one.Fingerprint, Of(("alertname", "A")).Fingerprint);
    }

    [Fact]
    public void Values_that_run_together_are_still_different() =>
        Assert.NotEqual(Of(("a", "bc"), ("d", "e")).Fingerprint, Of(("a", "b"), ("cd", "e")).Fingerprint);

    [Fact]
    public void Which_of_two_Prometheus_servers_sent_it_does_not_matter() =>
        Assert.Equal(Of(("alertname", "A"), ("prometheus_replica", "0")).Fingerprint, Of(("alertname", "A"), ("prometheus_replica", "1")).Fingerprint);

    [Fact]
    public void Alerts_of_one_rule_and_service_share_a_group_and_those_of_two_services_do_not()
    {
        Assert.Equal(Of(("alertname", "A"), ("instance", "x")).Group, Of(("alertname", "A"), ("instance", "y")).Group);
        Assert.NotEqual(Of(("alertname", "A")).Group, _grouping.ByLabels(Signals.Firing("", service: "blog") with { Labels = Labels(("alertname", "A")) }).Group);
    }

    [Fact]
    public void An_alert_without_a_name_is_its_own_group()
    {
        var signal = Of(("instance", "x"));

        Assert.Equal(signal.Fingerprint, signal.Group);
    }

    private Signal Of(params (string, string)[] labels) => _grouping.ByLabels(Signals.Firing("") with { Labels = Labels(labels) });

    private static Dictionary<string, string> Labels(params (string Name, string Value)[] labels) => labels.ToDictionary(label => label.Name, label => label.Value);
}
