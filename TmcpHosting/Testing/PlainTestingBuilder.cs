using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>A builder of its own, without an entry point.</summary>
internal sealed class PlainTestingBuilder(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    : TestingBuilder(BuilderListener.Create(args, configureBuilder))
{
    private DistributedApplication? _application;

    public override ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override Task<DistributedApplication> BuildOnceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_application = Inner.Build());
    }
}
