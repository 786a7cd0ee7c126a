using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Process;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>Our side of the dashboard: the listener it calls, and what feeds it.</summary>
internal sealed class ResourceServiceHost(ResourceServiceMethods methods, ResourceWatcher watcher, ILogger<ResourceServiceHost> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private GrpcServer? _server;
    private Task _watching = Task.CompletedTask;

    /// <summary>Starts listening.</summary>
    /// <returns>The address for the dashboard.</returns>
    /// <exception cref="DistributedApplicationException">The port that the settings name is taken.</exception>
    public async Task<Uri> StartAsync(DashboardSettings settings, CancellationToken cancellationToken)
    {
        var service = new GrpcService(ResourceServiceMethods.ServiceName, settings.ResourceServiceApiKey, methods.Create(settings.ApplicationName));
        try
        {
            _server = await GrpcServer.StartAsync(service, settings.ResourceServicePort, logger, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new DistributedApplicationException(
                $"The resource service cannot listen on port {settings.ResourceServicePort} (ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL): {exception.Message} Stop what uses the port, or leave the setting out.",
                exception);
        }

        _watching = watcher.RunAsync(_stopping.Token);
        return _server.Address;
    }

    /// <summary>Tells the dashboard that this is the end. Its streams end at once; the listener stays until disposal.</summary>
    public void BeginStop()
    {
        _server?.BeginStop();
        _stopping.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
            BeginStop();
        await _watching;
        if (_server is not null)
            await _server.DisposeAsync();
        _stopping.Dispose();
    }
}
