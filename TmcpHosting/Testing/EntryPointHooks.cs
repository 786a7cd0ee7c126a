using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What is called, on the entry point's thread, while it describes its application.</summary>
internal sealed class EntryPointHooks
{
    public Action<DistributedApplicationOptions, HostApplicationBuilderSettings> Creating { get; init; } = (_, _) => { };

    public Action<DistributedApplicationBuilder> Created { get; init; } = _ => { };

    public Action<DistributedApplicationBuilder> Building { get; init; } = _ => { };

    public Action<DistributedApplication> Built { get; init; } = _ => { };
}
