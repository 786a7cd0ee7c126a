using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TmcpHosting.Tests.Runtime;

/// <summary>A health check that says what the test wants and counts how often it was asked.</summary>
internal sealed class TestCheck : IHealthCheck
{
    private readonly Channel<int> _probes = Channel.CreateUnbounded<int>();
    private int _count;

    public Func<HealthCheckResult> Answer { get; set; } = () => HealthCheckResult.Healthy("fine");

    public int Count => _count;

    /// <summary>One entry per probe, in order.</summary>
    public ChannelReader<int> Probes => _probes.Reader;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var result = Task.Run(Answer, cancellationToken);
        _probes.Writer.TryWrite(Interlocked.Increment(ref _count));
        return result;
    }
}
