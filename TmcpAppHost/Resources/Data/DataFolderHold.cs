using Microsoft.Extensions.Hosting;

namespace Tmcp.AppHost.Data;

/// <summary>Makes the container the owner of the data folder: what it never created it would never dispose.</summary>
internal sealed class DataFolderHold(DataFolder folder) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
