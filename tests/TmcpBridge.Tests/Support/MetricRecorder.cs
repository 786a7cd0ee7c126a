using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Tmcp.Bridge.Tests.Support;

/// <summary>Writes down what a counter counts, as its tags' values.</summary>
internal sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _recorded = new();

    public MetricRecorder(string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument)
                listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _recorded.Enqueue(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        _listener.Start();
    }

    public IReadOnlyCollection<string> Recorded => [.. _recorded];

    public void Dispose() => _listener.Dispose();
}
