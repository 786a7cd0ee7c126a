using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Alerts;

/// <summary>Gives signals their fingerprint and group.</summary>
internal sealed class Grouping(IOptions<GroupingOptions> options)
{
    // Prometheus pairs send every alert twice; only these labels differ.
    private static readonly string[] _defaultIgnored = ["prometheus_replica", "__replica__"];
    private static readonly string[] _defaultGroupBy = ["alertname"];

    private readonly HashSet<string> _ignored = [.. options.Value.IgnoredLabels, .. _defaultIgnored];
    private readonly string[] _groupBy = options.Value.GroupBy.Count > 0 ? [.. options.Value.GroupBy] : _defaultGroupBy;

    /// <summary>For alerts: all labels make the fingerprint, the setting's labels and the service the group.</summary>
    public Signal ByLabels(Signal signal)
    {
        var fingerprint = Fingerprint.Of(signal.Labels.Where(label => !_ignored.Contains(label.Key)).Append(new("\0service", signal.Service)));
        var shared = _groupBy.Where(signal.Labels.ContainsKey).Select(name => KeyValuePair.Create(name, signal.Labels[name])).ToList();
        var group = shared.Count == 0
            ? fingerprint
            : Fingerprint.Of(shared.Append(new("\0service", signal.Service)));
        return signal with { Fingerprint = fingerprint, Group = group };
    }

    /// <summary>For lines: service, place and what the line says without its numbers and names.</summary>
    public static Signal ByTemplate(Signal signal, string place)
    {
        var fingerprint = Fingerprint.Of(
            new("service", signal.Service), new("place", place), new("template", Logs.LineTemplate.Of(signal.Message)));
        return signal with { Fingerprint = fingerprint, Group = fingerprint };
    }
}
