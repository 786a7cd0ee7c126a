using System.Diagnostics.Metrics;
using System.Text;

namespace Tmcp.AiOps.Telemetry.Prometheus;

/// <summary>Collects this service's own metrics and writes them in Prometheus' text format, version 0.0.4.</summary>
internal sealed class PrometheusMetrics : IDisposable
{
    /// <summary>Time series kept; a further one is left out. Labels here have few values, so this is never reached in order.</summary>
    private const int MaxSeries = 1_000;

    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _series;

    public PrometheusMetrics(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // By factory, not by name alone: a process may hold several of these services (tests do).
            if (instrument.Meter.Name == AiOpsTelemetry.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var family in _families.Values)
                family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels.Write(tags);
        lock (_lock)
        {
            if (!_families.TryGetValue(instrument.Name, out var family))
                _families[instrument.Name] = family = Family.For(instrument);
            if (family.TryRecord(labels, value, mayAdd: _series < MaxSeries))
                _series++;
        }
    }
}
