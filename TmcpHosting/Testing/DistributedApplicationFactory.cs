using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Starts the AppHost of a test class, with hooks for what it describes and builds.</summary>
public class DistributedApplicationFactory : IDisposable, IAsyncDisposable
{
    private readonly EntryPointRun _run;
    private readonly Lock _lock = new();
    private Task<DistributedApplication>? _start;

    /// <summary>Prepares a run without command line.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    public DistributedApplicationFactory(Type entryPoint)
        : this(entryPoint, [])
    {
    }

    /// <summary>Prepares a run.</summary>
    /// <param name="entryPoint">A type of the AppHost's assembly.</param>
    /// <param name="args">The AppHost's command line: <c>--Key:Sub=value</c>. No entry may be empty.</param>
    public DistributedApplicationFactory(Type entryPoint, string[] args)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        TestDefaults.ThrowIfEmpty(args);
        _run = new EntryPointRun(entryPoint.Assembly, args, new EntryPointHooks
        {
            Creating = OnBuilderCreating,
            Created = OnBuilderCreated,
            Building = OnBuilding,
            Built = OnBuilt,
        });
    }

    /// <summary>Builds and starts the application. Later calls wait for the same start.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return (_start ??= StartOnceAsync(cancellationToken)).WaitAsync(cancellationToken);
    }

    /// <summary>A client whose base address is an endpoint of a resource.</summary>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="endpointName">Name of the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    public HttpClient CreateHttpClient(string resourceName, string? endpointName = null) => Started().CreateHttpClient(resourceName, endpointName);

    /// <summary>The connection string of a resource.</summary>
    /// <param name="resourceName">Name of the resource.</param>
    public ValueTask<string?> GetConnectionString(string resourceName) => Started().GetConnectionStringAsync(resourceName);

    /// <summary>The address of an endpoint as this process reaches it.</summary>
    /// <param name="resourceName">Name of the resource.</param>
    /// <param name="endpointName">Name of the endpoint. Null: <c>https</c>, else <c>http</c>.</param>
    public Uri GetEndpoint(string resourceName, string? endpointName = null) => Started().GetEndpoint(resourceName, endpointName);

    /// <summary>Stops and disposes the application.</summary>
    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _run.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Stops and disposes the application.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _run.DisposeAsync();
    }

    /// <summary>Before the AppHost's builder reads its options; they hold the defaults of testing.</summary>
    /// <param name="applicationOptions">Options of the builder.</param>
    /// <param name="hostOptions">Settings of the host.</param>
    protected virtual void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
    {
    }

    /// <summary>When the builder exists and is still empty.</summary>
    /// <param name="applicationBuilder">The builder.</param>
    protected virtual void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>When the AppHost has described everything.</summary>
    /// <param name="applicationBuilder">The builder.</param>
    protected virtual void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
    }

    /// <summary>When the application is built and not started.</summary>
    /// <param name="application">The application.</param>
    protected virtual void OnBuilt(DistributedApplication application)
    {
    }

    private async Task<DistributedApplication> StartOnceAsync(CancellationToken cancellationToken)
    {
        await _run.StartAsync(cancellationToken).ConfigureAwait(false);
        var application = await _run.BuildAsync(cancellationToken).ConfigureAwait(false);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        return application;
    }

    private DistributedApplication Started() => _start is { IsCompletedSuccessfully: true } start
        ? start.Result
        : throw new InvalidOperationException("The application has not started. Await StartAsync() first.");
}
