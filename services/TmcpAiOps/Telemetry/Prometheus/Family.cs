using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Tmcp.AiOps.Telemetry.Prometheus;

/// <summary>All time series of one metric.</summary>
internal sealed class Family(string name, string help, string type)
{
    // Seconds: from a Redis answer to a model that thinks for two minutes.
    private static readonly double[] _bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);

    public static Family For(Instrument instrument)
    {
        var isHistogram = instrument is Histogram<double>;
        var isGauge = instrument.IsObservable;
        var unit = instrument.Unit == "s" ? "_seconds" : "";
        var suffix = isHistogram || isGauge ? "" : "_total";
        return new Family(Labels.Name(instrument.Name) + unit + suffix, instrument.Description ?? "", isHistogram ? "histogram" : isGauge ? "gauge" : "counter");
    }

    /// <summary>Records a value; true when that began a new series.</summary>
    public bool TryRecord(string labels, double value, bool mayAdd)
    {
        var isNew = !_series.TryGetValue(labels, out var series);
        if (isNew && !mayAdd)
            return false;
        series ??= _series[labels] = new Series(new long[_bounds.Length]);
        series.Count++;
        series.Value = type == "gauge" ? value : series.Value + value;
        if (type == "histogram")
        {
            for (var i = 0; i < _bounds.Length; i++)
                series.Buckets[i] += value <= _bounds[i] ? 1 : 0;
        }

        return isNew;
    }

    public void Write(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, series) in _series)
        {
            if (type == "histogram")
                WriteHistogram(text, labels, series);
            else
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(labels)} {series.Value}\n");
        }
    }

    private void WriteHistogram(StringBuilder text, string labels, Series series)
    {
        var before = labels.Length == 0 ? "" : labels + ",";
        for (var i = 0; i < _bounds.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{_bounds[i]}\"}} {series.Buckets[i]}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {series.Count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(labels)} {series.Value}\n{name}_count{Braces(labels)} {series.Count}\n");
    }

    private static string Braces(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private sealed class Series(long[] buckets)
    {
        public double Value { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = buckets;
    }
}
